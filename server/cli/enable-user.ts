import { defineCommand } from "citty";
import { enableUser } from "@/lib/users/admin-commands";
import { emailInput } from "@/lib/users/validation";
import { asOperator, checked, userOf } from "./people";

export const enableUserCommand = defineCommand({
  meta: { name: "enable-user", description: "Open a closed account again" },
  args: { email: { type: "string", description: "Sign-in name", required: true } },
  async run({ args }) {
    const { email } = checked(emailInput, { email: args.email });
    await asOperator(async (ctx) => enableUser(ctx, { id: (await userOf(ctx, email)).id }));
    console.log(`${email} can sign in again.`);
  },
});
