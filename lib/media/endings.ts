/** Where a picture's data ends by its own account; null when it is cut off before. Reads structure, decodes nothing. */
type EndOf = (bytes: Buffer) => number | null;

const jpegEnd: EndOf = (bytes) => {
  let at = 2;
  // The segments before the picture's data: a preview inside of one has an end of its own that is not ours.
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) {
      const end = bytes.indexOf(Buffer.from([0xff, 0xd9]), at + 2 + bytes.readUInt16BE(at + 2));
      return end < 0 ? null : end + 2;
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
};

const pngEnd: EndOf = (bytes) => {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return end <= bytes.length ? end : null;
    at = end;
  }
  return null;
};

const webpEnd: EndOf = (bytes) => {
  const end = bytes.length < 12 ? Number.POSITIVE_INFINITY : 8 + bytes.readUInt32LE(4);
  return end <= bytes.length ? end : null;
};

const gifEnd: EndOf = (bytes) => {
  const tableSize = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  const afterBlocks = (from: number) => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += 1 + bytes[at]!;
    return at + 1;
  };
  if (bytes.length < 13) return null;
  let at = 13 + tableSize(bytes[10]!);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) return at + 1;
    if (kind === 0x21) at = afterBlocks(at + 2);
    else if (kind === 0x2c && at + 10 < bytes.length) at = afterBlocks(at + 11 + tableSize(bytes[at + 9]!));
    else return null;
  }
  return null;
};

const avifEnd: EndOf = (bytes) => {
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
};

export const END_OF: Record<string, EndOf> = {
  "image/jpeg": jpegEnd,
  "image/png": pngEnd,
  "image/webp": webpEnd,
  "image/gif": gifEnd,
  "image/avif": avifEnd,
};
