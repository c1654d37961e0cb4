/**
 * A QR code (ISO/IEC 18004) of bytes at error correction level L, versions 1 to 10: up to 271 bytes, which is every
 * address that can be scanned from a screen in comfort. By version: bytes of data, of correction in each block, blocks.
 */
const ROOM = [0, 19, 34, 55, 80, 108, 136, 156, 194, 232, 274];
const CORRECTION = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18];
const BLOCKS = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4];
/** Which mask was taken, at this level, and from version 7 on which version it is: with their own check bits. */
const FORMATS = [0x77c4, 0x72f3, 0x7daa, 0x789d, 0x662f, 0x6318, 0x6c41, 0x6976];
const VERSIONS = [0x7c94, 0x85bc, 0x9a99, 0xa4d3];

/** Logarithms of GF(256) over 0x11d. */
const exp: number[] = [];
const log: number[] = [];
for (let power = 0, value = 1; power < 255; power++) {
  exp[power] = value;
  log[value] = power;
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d;
}
const times = (a: number, b: number) => (a && b ? exp[(log[a]! + log[b]!) % 255]! : 0);

function correctionOf(data: number[], degree: number): number[] {
  let divisor = [1];
  for (let root = 0; root < degree; root++) {
    const next = [...divisor, 0];
    for (const [place, factor] of divisor.entries()) next[place + 1]! ^= times(factor, exp[root]!);
    divisor = next;
  }
  const rest = [...data, ...Array<number>(degree).fill(0)];
  for (let at = 0; at < data.length; at++) {
    const factor = rest[at]!;
    for (const [place, one] of divisor.entries()) rest[at + place]! ^= times(one, factor);
  }
  return rest.slice(data.length);
}

function codeWords(bytes: Uint8Array, version: number): number[] {
  const [count, degree] = [BLOCKS[version]!, CORRECTION[version]!];
  const room = ROOM[version]!;
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  push(4, 4);
  push(bytes.length, version > 9 ? 16 : 8);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, room * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  for (let pad = 0xec; bits.length < room * 8; pad ^= 0xfd) push(pad, 8);
  const data = Array.from({ length: room }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2));

  const short = Math.floor(room / count);
  const long = room % count;
  const startOf = (at: number) => at * short + Math.max(0, at - count + long);
  const blocks = Array.from({ length: count }, (_, at) => data.slice(startOf(at), startOf(at + 1)));
  const corrections = blocks.map((block) => correctionOf(block, degree));
  const woven = (lists: number[][], length: number) =>
    Array.from({ length }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
  return [...woven(blocks, short + 1), ...woven(corrections, degree)];
}

const MASKS: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (((x / 3) | 0) + (y >> 1)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/**
 * The code's squares, row by row; true is dark.
 * @returns null when the text is too long
 */
export function qrCode(text: string, mask?: number): boolean[][] | null {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (ROOM[version]! < bytes.length + (version > 9 ? 3 : 2)) if (++version > 10) return null;
  const size = version * 4 + 17;
  const words = codeWords(bytes, version);
  if (mask !== undefined) return draw(version, size, words, mask);
  const drawn = MASKS.map((_, one) => draw(version, size, words, one));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

function draw(version: number, size: number, words: number[], mask: number): boolean[][] {
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const fixed = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const set = (x: number, y: number, value: unknown) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y]![x] = Boolean(value);
    fixed[y]![x] = true;
  };
  const rings = (cx: number, cy: number, radius: number, light: number[]) => {
    for (let y = -radius; y <= radius; y++)
      for (let x = -radius; x <= radius; x++) set(cx + x, cy + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))));
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const far = size - 4;
  for (const [x, y] of [
    [3, 3],
    [far, 3],
    [3, far],
  ] as const)
    rings(x, y, 4, [2, 4]);
  const last = size - 7;
  const places = version < 2 ? [] : version < 7 ? [6, last] : [6, (size - 1) / 2, last];
  const isCorner = (x: number, y: number) => x + y === 12 || (x + y === 6 + last && x !== y);
  for (const x of places) for (const y of places) if (!isCorner(x, y)) rings(x, y, 2, [1]);
  if (version > 6) {
    const code = VERSIONS[version - 7]!;
    for (let bit = 0; bit < 18; bit++) {
      const [a, b] = [size - 11 + (bit % 3), Math.floor(bit / 3)];
      set(a, b, (code >> bit) & 1);
      set(b, a, (code >> bit) & 1);
    }
  }
  const format = FORMATS[mask]!;
  for (let bit = 0; bit < 15; bit++) {
    const value = (format >> bit) & 1;
    set(8, bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit, value);
    set(bit < 8 ? size - 1 - bit : bit < 9 ? 7 : 14 - bit, 8, value);
  }
  set(8, size - 8, true);

  let bit = 0;
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (fixed[y]![x]) continue;
        const value = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit++;
        dark[y]![x] = Boolean(value) !== (MASKS[mask]!(x, y) === 0);
      }
    }
  }
  return dark;
}

/** How hard to read it is: squares of four that are alike. */
function penalty(dark: boolean[][]): number {
  const alike = (y: number, x: number) =>
    [dark[y]![x + 1], dark[y + 1]?.[x], dark[y + 1]?.[x + 1]].every((one) => one === dark[y]![x]);
  return dark.reduce((sum, row, y) => sum + row.filter((_, x) => alike(y, x)).length, 0);
}
