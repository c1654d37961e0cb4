import { createInterface } from "node:readline";
import { OperatorError } from "@/lib/errors";

async function ask(question: string): Promise<string> {
  process.stdout.write(question);
  // `terminal` without an output: keys are edited, and nothing of the password is shown.
  const lines = createInterface({ input: process.stdin, terminal: true });
  const answer = await new Promise<string>((done) => {
    lines.once("line", done);
    lines.once("SIGINT", () => process.exit(130));
  });
  lines.close();
  process.stdout.write("\n");
  return answer;
}

/** Asks for a password twice at a terminal; otherwise the first line of standard input is the password. */
export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) {
    const password = await ask("Password (not shown): ");
    if ((await ask("Once more: ")) !== password) throw new OperatorError("The two passwords differ; nothing changed.");
    return password;
  }
  let text = "";
  for await (const chunk of process.stdin) text += chunk;
  return text.split(/\r?\n/, 1)[0] ?? "";
}
