import type { Clean } from "./cleaned";

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

const tableSize = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/** Frames, their timing, how often they repeat. Not: comments, XMP, captions. */
function isKept(bytes: Buffer, at: number): boolean {
  if (bytes[at] === IMAGE || bytes[at + 1] === CONTROL) return true;
  return (
    bytes[at + 1] === APPLICATION && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(bytes.toString("latin1", at + 3, at + 14))
  );
}

export const cleanGif: Clean = (bytes) => {
  if (bytes.length < 13) return null;
  const behindBlocks = (from: number) => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
    return at + 1;
  };
  let at = 13 + tableSize(bytes[10]!);
  const kept = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    if (bytes[at] === TRAILER) return { end: at + 1, bytes: Buffer.concat([...kept, bytes.subarray(at, at + 1)]) };
    let to = 0;
    if (bytes[at] === EXTENSION) to = behindBlocks(at + 2);
    else if (bytes[at] === IMAGE && at + 10 < bytes.length) to = behindBlocks(at + 11 + tableSize(bytes[at + 9]!));
    if (to === 0 || to > bytes.length) return null;
    if (isKept(bytes, at)) kept.push(bytes.subarray(at, to));
    at = to;
  }
  return null;
};
