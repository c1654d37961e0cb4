import type { Clean } from "./cleaned";
import { orientationExif } from "./orientation";

const SOI = 2;

/** A picture's own segments, its colour profile and how its colours are coded. Not: EXIF, XMP, IPTC, comments, previews. */
function isKept(marker: number, body: Buffer): boolean {
  if (marker === 0xe0) return body.toString("latin1", 0, 5) === "JFIF\0";
  if (marker === 0xe2) return body.toString("latin1", 0, 12) === "ICC_PROFILE\0";
  if (marker === 0xee) return body.toString("latin1", 0, 5) === "Adobe";
  return marker !== 0xfe && (marker < 0xe0 || marker > 0xef);
}

/** Behind the coded data that begins here: where a marker stands that is no part of it. */
function behindScan(bytes: Buffer, from: number): number {
  for (let at = from; ; ) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

function exifSegment(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), orientationExif(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([head, body]);
}

/** More pictures behind the end, as telephones write them, have notes of their own and are left out as well. */
export const cleanJpeg: Clean = (bytes, orientation) => {
  const kept = [bytes.subarray(0, SOI)];
  if (orientation > 1) kept.push(exifSegment(orientation));
  let at = SOI;
  let isInScans = false;
  while (at + 4 <= bytes.length || (at + 2 <= bytes.length && bytes[at + 1] === 0xd9)) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) {
      // Between scans stray bytes are borne, as decoders do.
      if (!isInScans) return null;
      at = behindScan(bytes, at);
    } else if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return { end: at + 2, bytes: Buffer.concat([...kept, bytes.subarray(at, at + 2)]) };
    else {
      const body = at + 2 + bytes.readUInt16BE(at + 2);
      const to = marker === 0xda ? behindScan(bytes, body) : body;
      if (isKept(marker, bytes.subarray(at + 4, body))) kept.push(bytes.subarray(at, to));
      isInScans ||= marker === 0xda;
      at = to;
    }
  }
  return null;
};
