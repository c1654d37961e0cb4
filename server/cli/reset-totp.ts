import { defineCommand } from "citty";
import { resetTotp } from "@/lib/users/admin-commands";
import { emailInput } from "@/lib/users/validation";
import { asOperator, checked, userOf } from "./people";

export const resetTotpCommand = defineCommand({
  meta: {
    name: "reset-totp",
    description: "Take the second step off an account whose owner lost telephone and recovery codes",
  },
  args: { email: { type: "string", description: "Sign-in name", required: true } },
  async run({ args }) {
    const { email } = checked(emailInput, { email: args.email });
    await asOperator(async (ctx) => resetTotp(ctx, { id: (await userOf(ctx, email)).id }));
    console.log(`${email} signs in with the password alone until they set the second step up again.`);
  },
});
