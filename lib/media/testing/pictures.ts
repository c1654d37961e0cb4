import { deflateSync } from "node:zlib";
import sharp from "sharp";

type Format = "png" | "jpeg" | "webp" | "avif" | "gif";

/** A picture of one colour. */
export const picture = (format: Format, { width = 40, height = 30, colour = "#86276a" } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();

/** As a camera writes one: it knows the place, the device and the author. `place` are seconds of latitude. */
export const photograph = async (
  format: Exclude<Format, "gif">,
  { orientation = 1, place = 54321, width = 40, height = 30 } = {},
): Promise<Buffer> =>
  sharp(await picture("png", { width, height }))
    .toFormat(format)
    .withIccProfile("p3")
    .withExif({
      IFD0: { Model: "SecretCam", Artist: "Photographer" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: `39/1 54/1 ${place}/1000` },
    })
    .withMetadata({ orientation })
    .withXmp('<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/">GPSLatitude</x:xmpmeta>')
    .toBuffer();

/** Each frame differs, or the encoder would join them. */
export async function animation(format: "gif" | "webp", frames: number, { width = 16, height = 16 } = {}) {
  const input = await Promise.all(
    Array.from({ length: frames }, (_, n) =>
      picture("png", { width, height, colour: n % 2 ? `rgb(${n},255,0)` : `rgb(0,${n},255)` }),
    ),
  );
  return sharp(input, { join: { animated: true } })
    .toFormat(format, { effort: 1, ...(format === "gif" && { colours: 4 }) })
    .toBuffer();
}

function chunk(type: string, data: Buffer) {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function crc(bytes: Buffer) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** A few hundred bytes that claim to be this large. */
export function pngClaiming(width: number, height: number) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
