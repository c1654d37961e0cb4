import type { Block } from "@/lib/revisions/blocks";

/** Below this share of common characters two blocks are not the same one rewritten. */
const ALIKE = 0.35;
/** How far from the diagonal a partner may stand. */
const REACH = 24;
/** Comparisons of one stretch; beyond that nothing is paired. */
const MOST = 60_000;

type Pair = [Block | null, Block | null];
/** Pairs of neighbouring characters with how often they occur. */
type Profile = { counts: Map<string, number>; total: number };

/**
 * Finds for blocks that went which of the new ones took their place, in order, so that the pairs are as alike as can
 * be (longest common subsequence weighted by likeness, near the diagonal).
 */
export function pairBlocks(gone: Block[], come: Block[]): Pair[] {
  const reach = REACH + Math.abs(gone.length - come.length);
  const width = Math.min(come.length, 2 * reach + 1);
  if (gone.length === 0 || come.length === 0 || gone.length * width > MOST) return apart(gone, come);
  const [old, now] = [gone.map(profileOf), come.map(profileOf)];
  const columns = come.length + 1;
  const best = new Float64Array((gone.length + 1) * columns);
  const likeness = new Map<number, number>();
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      const here = i * columns + j;
      const skip = Math.max(best[here + columns]!, best[here + 1]!);
      const alike = Math.abs(i - j) <= reach ? likenessOf(old[i]!, now[j]!) : 0;
      if (alike >= ALIKE) likeness.set(here, alike);
      best[here] = alike >= ALIKE ? Math.max(skip, alike + best[here + columns + 1]!) : skip;
    }
  }
  return trace(gone, come, best, likeness);
}

function trace(gone: Block[], come: Block[], best: Float64Array, likeness: Map<number, number>): Pair[] {
  const columns = come.length + 1;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < come.length) {
    const here = i * columns + j;
    const alike = likeness.get(here);
    if (alike !== undefined && best[here] === alike + best[here + columns + 1]!) pairs.push([gone[i++]!, come[j++]!]);
    else if (best[here] === best[here + columns]!) pairs.push([gone[i++]!, null]);
    else pairs.push([null, come[j++]!]);
  }
  return [...pairs, ...apart(gone.slice(i), come.slice(j))];
}

const apart = (gone: Block[], come: Block[]): Pair[] => [
  ...gone.map((block): Pair => [block, null]),
  ...come.map((block): Pair => [null, block]),
];

function profileOf({ kind, text }: Block): Profile {
  const counts = new Map<string, number>();
  // A short block has its kind as well, so that a heading of two characters still finds its successor.
  const padded = `${kind[0]}${text}`;
  for (let at = 0; at < padded.length - 1; at++) {
    const key = padded.slice(at, at + 2);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, total: padded.length - 1 };
}

/** Dice's coefficient, 0 to 1. */
function likenessOf(a: Profile, b: Profile): number {
  if (a.total === 0 || b.total === 0) return 0;
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [key, count] of small.counts) common += Math.min(count, large.counts.get(key) ?? 0);
  return (2 * common) / (a.total + b.total);
}
