type Box = { type: string; body: number; to: number };
type Boxes = (bytes: Buffer, from: number, to: number) => Iterable<Box>;
type Extent = { from: number; to: number; kind: string };

/** A whole number of 0, 2, 4 or 8 bytes, as the box itself says. */
const reader = (bytes: Buffer, start: number) => {
  let at = start;
  return (size: number): number => {
    const value = size === 0 ? 0 : size === 8 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUIntBE(at, size);
    at += size;
    return value;
  };
};

/** The items that are notes: EXIF, XMP, addresses. */
function notesIn(bytes: Buffer, info: Box, boxes: Boxes): Map<number, string> {
  const first = info.body + (bytes[info.body] === 0 ? 6 : 8);
  const kinds = new Map<number, string>();
  for (const { type, body } of boxes(bytes, first, info.to)) {
    const version = bytes[body]!;
    if (type !== "infe" || version < 2) continue;
    const size = version === 2 ? 2 : 4;
    const kind = bytes.toString("latin1", body + 6 + size, body + 10 + size);
    if (["Exif", "mime", "uri "].includes(kind)) kinds.set(bytes.readUIntBE(body + 4, size), kind);
  }
  return kinds;
}

/** Where the file keeps what was noted beside the picture; null when its tables lead out of it. */
export function noteExtents(bytes: Buffer, boxes: Boxes): Extent[] | null {
  try {
    return readExtents(bytes, boxes);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function readExtents(bytes: Buffer, boxes: Boxes): Extent[] {
  const meta = [...boxes(bytes, 0, bytes.length)].find(({ type }) => type === "meta");
  const inside = meta ? [...boxes(bytes, meta.body + 4, meta.to)] : [];
  const part = (name: string) => inside.find(({ type }) => type === name);
  const [info, places] = [part("iinf"), part("iloc")];
  if (!info || !places) return [];
  const notes = notesIn(bytes, info, boxes);
  const version = bytes[places.body]!;
  const read = reader(bytes, places.body + 4);
  const [sizes, more] = [read(1), read(1)];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4];
  const indexSize = version > 0 ? more & 15 : 0;
  const found: Extent[] = [];
  for (let left = read(version < 2 ? 2 : 4); left > 0; left--) {
    const id = read(version < 2 ? 2 : 4);
    const isInside = version > 0 && (read(2) & 15) === 1;
    read(2);
    const kind = notes.get(id);
    const base = read(baseSize) + (isInside ? (part("idat")?.body ?? 0) : 0);
    for (let extents = read(2); extents > 0; extents--) {
      read(indexSize);
      const from = base + read(offsetSize);
      const to = Math.min(bytes.length, from + read(lengthSize));
      if (kind) found.push({ from, to, kind });
    }
  }
  return found;
}
