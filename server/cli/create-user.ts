import { defineCommand } from "citty";
import { createUser } from "@/lib/users/commands";
import { createUserInput } from "@/lib/users/validation";
import { readPassword } from "./password";
import { asOperator, checked } from "./people";

export const createUserCommand = defineCommand({
  meta: {
    name: "create-user",
    description: "Add someone to the newsroom; the password is asked for or read from stdin",
  },
  args: {
    email: { type: "string", description: "Sign-in name", required: true },
    name: { type: "string", description: "Name that colleagues and readers see", required: true },
    role: { type: "string", description: "admin, editor, author or contributor", required: true },
  },
  async run({ args: { email, name, role } }) {
    const input = checked(createUserInput, { email, name, role, password: await readPassword() });
    await asOperator((ctx) => createUser(ctx, input));
    console.log(`${input.name} (${input.role}) can sign in as ${input.email}.`);
  },
});
