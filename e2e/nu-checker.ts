import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Message = { type: string; url?: string; message: string; lastLine?: number; extract?: string };

/** The Nu HTML checker (https://validator.github.io/validator/), one run of Java for all documents. */
export function checkMarkup(java: string, documents: Map<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), "finews-markup-"));
  try {
    const names = [...documents.keys()];
    mkdirSync(join(folder, "pages"));
    const files = names.map((name, at) => {
      const file = join(folder, "pages", `${at}.html`);
      writeFileSync(file, documents.get(name)!);
      return file;
    });
    const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
    const args = [
      "-Xss2m",
      "-jar",
      jar,
      "--format",
      "json",
      "--errors-only",
      "--stdout",
      "--exit-zero-always",
      ...files,
    ];
    const { stdout, stderr, error } = spawnSync(java, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
    if (error || !stdout.includes('"messages"')) throw new Error(`The checker did not answer: ${error ?? stderr}`);
    const { messages } = JSON.parse(stdout) as { messages: Message[] };
    return messages.map(({ url, message, lastLine, extract }) => {
      const at = files.findIndex((file) => url?.endsWith(file));
      return `${names[at] ?? url}:${lastLine ?? 0}: ${message} … ${extract?.trim() ?? ""}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
