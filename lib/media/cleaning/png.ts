import type { Clean } from "./cleaned";
import { orientationExif } from "./orientation";

const SIGNATURE = 8;
/** The picture and its colours. Not: texts, times, EXIF, what programs keep for themselves, and further frames. */
const KEPT = new Set("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT".split(" "));

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function exifChunk(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from("eXIf", "latin1"), orientationExif(orientation)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc(body), body.length + 4);
  return chunk;
}

export const cleanPng: Clean = (bytes, orientation) => {
  const kept = [bytes.subarray(0, SIGNATURE)];
  let at = SIGNATURE;
  while (at + 12 <= bytes.length) {
    const to = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (to > bytes.length) return null;
    if (KEPT.has(type)) kept.push(bytes.subarray(at, to));
    if (type === "IHDR" && orientation > 1) kept.push(exifChunk(orientation));
    if (type === "IEND") return { end: to, bytes: Buffer.concat(kept) };
    at = to;
  }
  return null;
};
