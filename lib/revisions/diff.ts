import { type Block, blocksOf } from "@/lib/revisions/blocks";
import { pairBlocks } from "@/lib/revisions/pair-blocks";
import { Budget, countPieces, diffWords, type Piece } from "@/lib/revisions/word-diff";

export type BlockChange =
  | { kind: "same"; blocks: Block[] }
  | { kind: "changed"; before: Block; after: Block; pieces: Piece[] }
  | { kind: "del"; block: Block }
  | { kind: "ins"; block: Block };

type Text = { title: string; summary: string; bodyHtml: string };
export type TextDiff = { title: Piece[]; summary: Piece[]; body: BlockChange[]; deleted: number; inserted: number };

/** What changed for a reader between two versions, by words. */
export function diffText(before: Text, after: Text): TextDiff {
  const budget = new Budget();
  const title = diffWords(before.title, after.title, budget);
  const summary = diffWords(before.summary, after.summary, budget);
  const body = diffBody(before.bodyHtml, after.bodyHtml, budget);
  return { title, summary, body, ...countPieces([...title, ...summary, ...body.flatMap(piecesOf)]) };
}

const isSame = (a: Block, b: Block) => a.html === b.html && a.kind === b.kind;

/** First by whole blocks; blocks that were replaced by similar ones then by words. */
export function diffBody(before: string, after: string, budget = new Budget()): BlockChange[] {
  const [old, now] = [blocksOf(before), blocksOf(after)];
  const runs = budget.compare(old, now, isSame);
  if (!runs) return [...old.map(deleted), ...now.map(inserted)];
  const changes: BlockChange[] = [];
  let gone: Block[] = [];
  let come: Block[] = [];
  const settle = () => {
    for (const pair of pairBlocks(gone, come)) changes.push(changeOf(pair, budget));
    gone = [];
    come = [];
  };
  for (const { added, removed, value } of runs) {
    if (removed) gone.push(...value);
    else if (added) come.push(...value);
    else {
      settle();
      changes.push({ kind: "same", blocks: value });
    }
  }
  settle();
  return changes;
}

const deleted = (block: Block): BlockChange => ({ kind: "del", block });
const inserted = (block: Block): BlockChange => ({ kind: "ins", block });

function changeOf([before, after]: [Block | null, Block | null], budget: Budget): BlockChange {
  if (!before) return inserted(after!); // a pair is never empty
  if (!after) return deleted(before);
  return { kind: "changed", before, after, pieces: diffWords(before.text, after.text, budget) };
}

/** A change as runs of text. */
export function piecesOf(change: BlockChange): Piece[] {
  if (change.kind === "same") return change.blocks.map(({ text }) => ({ kind: "same", text }));
  return change.kind === "changed" ? change.pieces : [{ kind: change.kind, text: change.block.text }];
}
