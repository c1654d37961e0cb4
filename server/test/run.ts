import { spawn } from "node:child_process";

export type Outcome = { name: string; passed: number; failed: number; skipped: number; output: string };

/** Runs a program to its end; its output is collected, and shown as it comes when `show` is set. */
export function run(
  command: string,
  args: string[],
  { env = {}, show = false }: { env?: Record<string, string>; show?: boolean } = {},
) {
  return new Promise<{ code: number; output: string }>((done) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: string[] = [];
    const take = (chunk: Buffer) => {
      chunks.push(chunk.toString());
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.once("error", (error) => done({ code: 1, output: error.message }));
    child.once("close", (code) => done({ code: code ?? 1, output: chunks.join("") }));
  });
}

/** A check that passes or fails as a whole. */
export async function check(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  const { code, output } = await run(command, args, { env });
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, output };
}
