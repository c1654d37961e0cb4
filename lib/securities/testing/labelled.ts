import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Label = { symbol: string; from: number; to: number };
export type Sample = { text: string; labels: Label[] };

/** Sectors and indices that the old site's provider brings; the seed has none. */
export const BROUGHT_BY_IMPORTS = [
  { symbol: "BK0475", name: "银行", fullName: "", kind: "sector" as const },
  { symbol: "BK0473", name: "证券", fullName: "", kind: "sector" as const },
  { symbol: "BK0474", name: "保险", fullName: "", kind: "sector" as const },
  { symbol: "BK0493", name: "新能源", fullName: "", kind: "sector" as const },
  { symbol: "BK1036", name: "半导体", fullName: "", kind: "sector" as const },
  { symbol: "BK0711", name: "券商概念", fullName: "", kind: "sector" as const },
  { symbol: "SH000001", name: "上证指数", fullName: "", kind: "index" as const },
  { symbol: "SZ399001", name: "深证成指", fullName: "", kind: "index" as const },
  { symbol: "SZ399006", name: "创业板指", fullName: "", kind: "index" as const },
];

const LABEL = /\[([^\]=]+)=([A-Z0-9]+)\]/g;

function readSample(marked: string): Sample {
  const labels: Label[] = [];
  let text = "";
  let last = 0;
  for (const match of marked.matchAll(LABEL)) {
    text += marked.slice(last, match.index);
    labels.push({ symbol: match[2]!, from: text.length, to: text.length + match[1]!.length });
    text += match[1];
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), labels };
}

/** The labelled texts; see the head of the file for how it is written. */
export const readLabelled = (): Sample[] =>
  readFileSync(join(process.cwd(), "lib/securities/testing/labelled.txt"), "utf8")
    .split(/\n{2,}/)
    .map((block) =>
      block
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
        .join("\n"),
    )
    .filter((block) => block !== "")
    .map(readSample);
