import { diff3MergeRegions } from "node-diff3";
import { type ArticleFields, EMPTY_FIELDS } from "@/lib/writing/fields";

/** A stretch of the text: settled by itself, or changed by both and to be chosen. */
export type Stretch =
  | { settled: true; blocks: string[]; by: "nobody" | "mine" | "theirs" }
  | { settled: false; base: string[]; mine: string[]; theirs: string[] };

const same = (a: string[], b: string[]) => a.length === b.length && a.every((block, n) => block === b[n]);

/** Three versions of a sequence of blocks. What only one side changed is taken from that side. */
export function mergeBlocks(base: string[], mine: string[], theirs: string[]): Stretch[] {
  const stretches = diff3MergeRegions(mine, base, theirs).flatMap((region): Stretch[] => {
    if (!region.stable) return settle(region.oContent, region.aContent, region.bContent);
    const by = ({ o: "nobody", a: "mine", b: "theirs" } as const)[region.buffer];
    return [{ settled: true, blocks: region.bufferContent, by }];
  });
  return stretches.filter((stretch) => !stretch.settled || stretch.blocks.length > 0);
}

/** Neighbouring changes come as one region; where blocks were neither added nor taken away, each stands for itself. */
function settle(base: string[], mine: string[], theirs: string[]): Stretch[] {
  if (same(mine, theirs)) return [{ settled: true, blocks: mine, by: "nobody" }];
  if (same(mine, base)) return [{ settled: true, blocks: theirs, by: "theirs" }];
  if (same(theirs, base)) return [{ settled: true, blocks: mine, by: "mine" }];
  const isPaired = base.length > 1 && mine.length === base.length && theirs.length === base.length;
  if (!isPaired) return [{ settled: false, base, mine, theirs }];
  return base.flatMap((block, n) => settle([block], [mine[n]!], [theirs[n]!]));
}

export type Merge = {
  /** Fields as far as they settle by themselves; those in `clashes` still hold mine. */
  fields: ArticleFields;
  clashes: { name: keyof ArticleFields; mine: string; theirs: string }[];
  body: Stretch[];
};

type Blocks = { base: string[]; mine: string[]; theirs: string[] };

/** Every field but the body by itself; the body by its blocks. */
export function mergeArticle(base: ArticleFields, mine: ArticleFields, theirs: ArticleFields, blocks: Blocks): Merge {
  const clashes: Merge["clashes"] = [];
  const entries = (Object.keys(EMPTY_FIELDS) as (keyof ArticleFields)[]).map((name) => {
    const [old, my, their] = [base[name], mine[name], theirs[name]];
    if (Array.isArray(my)) return [name, mergeLists(old as string[], my, their as string[])];
    if (name === "bodyHtml" || my === their || their === old) return [name, my];
    if (my === old) return [name, their];
    clashes.push({ name, mine: my as string, theirs: their as string });
    return [name, my];
  });
  const fields = Object.fromEntries(entries) as ArticleFields;
  return { fields, clashes, body: mergeBlocks(blocks.base, blocks.mine, blocks.theirs) };
}

/** Both sides' additions and both sides' removals. */
function mergeLists(base: string[], mine: string[], theirs: string[]): string[] {
  const gone = base.filter((item) => !mine.includes(item) || !theirs.includes(item));
  return [...new Set([...mine, ...theirs])].filter((item) => !gone.includes(item));
}
