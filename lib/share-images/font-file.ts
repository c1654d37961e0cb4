import { inflateSync } from "node:zlib";

/** A font as the pictures are drawn with it. */
export type Font = {
  /** The whole of it, unpacked (sfnt). */
  bytes: Buffer;
  has: (character: string) => boolean;
  /** How far a character moves the pen, in parts of the font's size; 0 where it has none. */
  advance: (character: string) => number;
};

const pad4 = (length: number) => (length + 3) & ~3;

/**
 * Unpacks a WOFF 1.0 file (https://www.w3.org/TR/WOFF/): its tables are an sfnt's, deflated one by one. The layouter would
 * do so itself, in JavaScript and for half a second.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF file");
  const count = woff.readUInt16BE(12);
  const entries = Array.from({ length: count }, (_, at) => {
    const here = 44 + at * 20;
    const [offset, packed, length] = [4, 8, 12].map((by) => woff.readUInt32BE(here + by)) as [number, number, number];
    const data = woff.subarray(offset, offset + packed);
    return { head: woff.subarray(here, here + 20), data: packed < length ? inflateSync(data) : data };
  });
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  let offset = head.length;
  const tables = entries.map(({ head: entry, data }, at) => {
    const here = 12 + at * 16;
    entry.copy(head, here, 0, 4);
    entry.copy(head, here + 4, 16, 20);
    head.writeUInt32BE(offset, here + 8);
    head.writeUInt32BE(data.length, here + 12);
    offset += pad4(data.length);
    return Buffer.concat([data, Buffer.alloc(pad4(data.length) - data.length)]);
  });
  return Buffer.concat([head, ...tables]);
}

function tableOf(sfnt: Buffer, name: string): Buffer {
  for (let at = 12; at < 12 + sfnt.readUInt16BE(4) * 16; at += 16) {
    if (sfnt.toString("latin1", at, at + 4) !== name) continue;
    const offset = sfnt.readUInt32BE(at + 8);
    return sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12));
  }
  throw new Error(`the font has no table ${name}`);
}

/** Which glyph stands for which character: the subtable of format 4 (the basic plane), which every such font has. */
function readCharacters(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8) {
    const table = cmap.subarray(cmap.readUInt32BE(at + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const segments = table.readUInt16BE(6);
    const [ends, starts] = [14, 16 + segments];
    const [deltas, ranges] = [starts + segments, starts + 2 * segments];
    for (let segment = 0; segment < segments; segment += 2) {
      const end = table.readUInt16BE(ends + segment);
      const range = table.readUInt16BE(ranges + segment);
      const delta = table.readUInt16BE(deltas + segment);
      const start = table.readUInt16BE(starts + segment);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const listed = range === 0 ? code : table.readUInt16BE(ranges + segment + range + (code - start) * 2);
        const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
        if (glyph !== 0) glyphs.set(code, glyph);
      }
    }
    return glyphs;
  }
  throw new Error("the font has no table of characters that is understood");
}

/** Reads of a font what has to be known before something is written with it. */
export function readFont(woff: Buffer): Font {
  const bytes = unpackWoff(woff);
  const glyphs = readCharacters(tableOf(bytes, "cmap"));
  const unitsPerEm = tableOf(bytes, "head").readUInt16BE(18);
  const widths = tableOf(bytes, "hmtx");
  const counted = tableOf(bytes, "hhea").readUInt16BE(34);
  const glyphOf = (character: string) => glyphs.get(character.codePointAt(0) ?? 0);
  return {
    bytes,
    has: (character) => glyphOf(character) !== undefined,
    advance: (character) => {
      const glyph = glyphOf(character);
      // Glyphs behind the last that is listed are all as wide as it.
      return glyph === undefined ? 0 : widths.readUInt16BE(Math.min(glyph, counted - 1) * 4) / unitsPerEm;
    },
  };
}
