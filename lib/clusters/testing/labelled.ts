import { readFileSync } from "node:fs";
import { join } from "node:path";

export type LabelledText = {
  set: string;
  story: string;
  at: Date;
  kind: string;
  symbols: string[];
  title: string;
  paragraphs: string[];
};

const HEAD = /^(\S) (\d\d)-(\d\d) (\d\d:\d\d) (story|flash)((?: [A-Z]{2}\d+)*)(?: = (\d+))?$/;

function readText(set: string, lines: string[], before: LabelledText[]): LabelledText {
  const [, story, month, day, time, kind, symbols, like] = HEAD.exec(lines[0]!) ?? [];
  if (!story) throw new Error(`no head of a labelled text: ${lines[0]}`);
  const base = like ? before[Number(like) - 1]! : null;
  let title = base?.title ?? "";
  let paragraphs = base ? [...base.paragraphs] : [];
  const changed = (change: (text: string) => string) => {
    title = change(title);
    paragraphs = paragraphs.map(change);
  };
  let dropped: number[] = [];
  const [first, last, replaced]: [string[], string[], [string, string][]] = [[], [], []];
  for (const line of lines.slice(1)) {
    const [sign, rest] = [line.slice(0, 2), line.slice(2)];
    if (sign === "T ") title = rest;
    else if (sign === "- ") dropped = rest.split(" ").map(Number);
    else if (sign === "> ") first.push(rest);
    else if (sign === "+ ") last.push(rest);
    else if (sign === "~ ") replaced.push(rest.split(/ => ?/) as [string, string]);
    else paragraphs.push(line);
  }
  const own = title;
  paragraphs = paragraphs.filter((_, n) => !dropped.includes(n + 1));
  for (const [from, to] of replaced) changed((text) => text.replaceAll(from, to));
  // A headline of one's own is as it is written.
  if (lines.some((line) => line.startsWith("T "))) title = own;
  const at = new Date(`2026-${month}-${day}T${time}:00+08:00`);
  return {
    ...{ set, story, at, kind: kind!, symbols: symbols!.trim().split(" ").filter(Boolean), title },
    paragraphs: [...first, ...paragraphs, ...last],
  };
}

/** The labelled texts of a file, set by set; its head says how it is written. */
export function readLabelled(file: string): LabelledText[][] {
  const all = readFileSync(join(process.cwd(), "lib/clusters/testing", file), "utf8");
  return all
    .split(/^## /m)
    .slice(1)
    .map((block) => {
      const [set = "", ...lines] = block.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
      const starts = lines.flatMap((line, n) => (HEAD.test(line) ? [n] : []));
      const texts: LabelledText[] = [];
      for (const [n, start] of starts.entries()) texts.push(readText(set, lines.slice(start, starts[n + 1]), texts));
      return texts;
    });
}
