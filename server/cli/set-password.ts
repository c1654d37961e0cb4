import { defineCommand } from "citty";
import { setPassword } from "@/lib/users/commands";
import { setPasswordInput } from "@/lib/users/validation";
import { readPassword } from "./password";
import { asOperator, checked, userOf } from "./people";

export const setPasswordCommand = defineCommand({
  meta: { name: "set-password", description: "Give a user a new password; their open sessions end" },
  args: { email: { type: "string", description: "Sign-in name", required: true } },
  async run({ args }) {
    const { email, password } = checked(setPasswordInput, { email: args.email, password: await readPassword() });
    await asOperator(async (ctx) => setPassword(ctx, { id: (await userOf(ctx, email)).id, password }));
    console.log(`${email} has a new password and is signed out everywhere.`);
  },
});
