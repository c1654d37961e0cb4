import { noteExtents } from "./avif-items";
import type { Clean } from "./cleaned";
import { orientationExif } from "./orientation";

type Box = { type: string; at: number; body: number; to: number };

/** Boxes that stand side by side. */
export function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at) || to - at;
    if (size < 8 || at + size > to) return;
    yield { type: bytes.toString("latin1", at + 4, at + 8), at, body: at + 8, to: at + size };
    at += size;
  }
}

function endOf(bytes: Buffer): number | null {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // 0: up to the end of the file. 1: a size in 64 bits, which no file of ours needs.
    if (size === 0) return bytes.length;
    if (size < 8 || at + size > bytes.length)
      return /^[a-z]{4}$/.test(bytes.toString("latin1", at + 4, at + 8)) ? null : at;
    at += size;
  }
  return at;
}

/** Places inside of the file are named by their distance from its start, so nothing is taken out: it is made blank. */
function blank(bytes: Buffer, { at, body, to }: Box) {
  bytes.write("free", at + 4, "latin1");
  bytes.fill(0, body, to);
}

/** An animation says where it was taken in boxes of its own. */
function blankNotes(bytes: Buffer, from: number, to: number, isInMovie: boolean) {
  for (const box of boxesIn(bytes, from, to)) {
    if (["udta", "uuid", "free", "skip"].includes(box.type) || (isInMovie && box.type === "meta")) blank(bytes, box);
    else if (box.type === "moov" || box.type === "trak") blankNotes(bytes, box.body, box.to, true);
  }
}

/** How it is turned is a property of the picture here, not EXIF. */
export const cleanAvif: Clean = (original) => {
  const end = endOf(original);
  if (end === null) return null;
  const bytes = Buffer.from(original.subarray(0, end));
  const extents = noteExtents(bytes, boxesIn);
  if (!extents) return null;
  for (const { from, to, kind } of extents) {
    bytes.fill(0, from, to);
    // Some readers stop at EXIF that is none: four bytes of offset, then the least that is.
    if (kind === "Exif" && to - from > 40) orientationExif(1).copy(bytes, from + 4);
  }
  blankNotes(bytes, 0, end, false);
  return { end, bytes };
};
