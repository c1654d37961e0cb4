import { defineCommand } from "citty";
import { disableUser } from "@/lib/users/admin-commands";
import { emailInput } from "@/lib/users/validation";
import { asOperator, checked, userOf } from "./people";

export const disableUserCommand = defineCommand({
  meta: { name: "disable-user", description: "Close a user's account; their open sessions end" },
  args: { email: { type: "string", description: "Sign-in name", required: true } },
  async run({ args }) {
    const { email } = checked(emailInput, { email: args.email });
    await asOperator(async (ctx) => disableUser(ctx, { id: (await userOf(ctx, email)).id }));
    console.log(`${email} can no longer sign in.`);
  },
});
