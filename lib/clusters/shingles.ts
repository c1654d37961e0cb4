import { cutWords } from "@/lib/words";

/** Words of one shingle. Measured against characters and other lengths: docs/decisions/0018-clusters.md. */
const WORDS = 2;

/** A number for a text, spread over 32 bits (FNV-1a with murmur's last step). */
export function hashOf(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
  return mixed(h);
}

/** The same for a number. */
export function mixed(number: number): number {
  let h = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Hashes of every two words in a row, each once; of a single word that one. */
export function shinglesOf(text: string): Set<number> {
  const hashes = cutWords(text).map((word) => hashOf(word));
  if (hashes.length < WORDS) return new Set(hashes);
  return new Set(hashes.slice(1).map((hash, n) => mixed(Math.imul(hashes[n]!, 31) ^ hash)));
}

/** How many are in both. */
export function countShared(a: Set<number>, b: Set<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const hash of small) if (large.has(hash)) shared++;
  return shared;
}
