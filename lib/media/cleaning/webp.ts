import type { Clean } from "./cleaned";
import { orientationExif } from "./orientation";

const KEPT = new Set(["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]);
/** In the flags of `VP8X`: what the file says that it holds. */
const EXIF = 0x08;
const XMP = 0x04;

function exifChunk(orientation: number): Buffer {
  const body = orientationExif(orientation);
  const head = Buffer.from("EXIF\0\0\0\0", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

/** Only an extended file can say how it is turned. */
function extended(chunk: Buffer, orientation: number): Buffer {
  const copy = Buffer.from(chunk);
  copy[8] = (chunk[8]! & ~(EXIF | XMP)) | (orientation > 1 ? EXIF : 0);
  return copy;
}

export const cleanWebp: Clean = (bytes, orientation) => {
  if (bytes.length < 12) return null;
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  const kept: Buffer[] = [];
  let isExtended = false;
  for (let at = 12; at + 8 <= end; ) {
    const size = bytes.readUInt32LE(at + 4);
    const to = Math.min(end, at + 8 + size + (size % 2));
    const type = bytes.toString("latin1", at, at + 4);
    const chunk = bytes.subarray(at, to);
    if (type === "VP8X") isExtended = true;
    if (KEPT.has(type)) kept.push(type === "VP8X" ? extended(chunk, orientation) : chunk);
    at = to;
  }
  if (isExtended && orientation > 1) kept.push(exifChunk(orientation));
  const head = Buffer.from("RIFF\0\0\0\0WEBP", "latin1");
  head.writeUInt32LE(4 + kept.reduce((sum, { length }) => sum + length, 0), 4);
  return { end, bytes: Buffer.concat([head, ...kept]) };
};
