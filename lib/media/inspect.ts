import { fileTypeFromBuffer } from "file-type";
import sharp, { type Metadata } from "sharp";
import { AppError } from "@/lib/errors";
import { CLEAN } from "@/lib/media/cleaning/clean";
import { isOnlyOrientation } from "@/lib/media/cleaning/orientation";
import { FORMAT_NAMES, MAX_BYTES, MAX_FRAMES, MAX_PIXELS, TOO_LARGE } from "@/lib/media/validation";

/** `clean`: the file without what the camera wrote beside the picture. This is what is kept. */
export type Inspected = { mime: string; width: number; height: number; clean: Buffer };

/** One name for each format. */
const SAME: Record<string, string> = {
  "image/jpg": "image/jpeg",
  "image/pjpeg": "image/jpeg",
  "image/apng": "image/png",
};
const BY_ENDING: Record<string, string> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  avif: "image/avif",
  gif: "image/gif",
};
const NO_CLAIM = new Set(["", "application/octet-stream"]);
/** What turns a picture's tail into another kind of file. */
const FOREIGN_TAIL = /<(?:script|html|svg|!doctype|\?php)|%PDF-|PK\x03\x04/i;

const refuse = (message: string) => new AppError("invalid", message);
const named = (mime: string) => FORMAT_NAMES[mime] ?? mime;

/** SVG is text: what it claims and how it begins are enough. */
function isSvg(bytes: Buffer, declared: string): boolean {
  const head = bytes
    .toString("utf8", 0, 4096)
    .replace(/^\uFEFF/, "")
    .trimStart();
  return declared === "image/svg+xml" || /^(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(head);
}

/** What the file says it is: by its type and by the end of its name. */
function claims(declared: string, name: string): string[] {
  const ending = BY_ENDING[/\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
  return [SAME[declared] ?? declared, ending ?? ""].filter((claim) => !NO_CLAIM.has(claim));
}

/** Something else behind its end? Cameras put more pictures behind a JPEG, nobody behind the others. */
function checkTail(tail: Buffer, mime: string) {
  const isForeign = mime === "image/jpeg" ? FOREIGN_TAIL.test(tail.toString("latin1")) : tail.some((byte) => byte > 32);
  if (isForeign) throw refuse("图片后面还藏着别的内容，请另存一份再传");
}

/** Structures that we read otherwise than decoders do must not let anything through, nor harm the picture. */
async function checkClean(clean: Buffer, { width, height, orientation }: Metadata) {
  const seen = await readHeader(clean);
  const same = seen.width === width && seen.height === height && (seen.orientation ?? 1) === (orientation ?? 1);
  const says = (seen.exif && !isOnlyOrientation(seen.exif)) || seen.iptc || seen.xmp?.some((byte) => byte > 0);
  if (!same || says) throw refuse("照片里的拍摄信息去不掉，请另存一份再传");
}

async function readHeader(bytes: Buffer) {
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata();
  } catch {
    throw refuse("图片损坏，打不开");
  }
}

/**
 * Looks at a file's bytes without decoding its pixels, and takes out what readers have no business with.
 * @throws {AppError} with the sentence that says why it is refused
 */
export async function inspectImage(bytes: Buffer, declaredType: string, name: string): Promise<Inspected> {
  const declared = declaredType.split(";")[0]!.trim().toLowerCase();
  if (bytes.length === 0) throw refuse("文件是空的");
  if (bytes.length > MAX_BYTES) throw refuse(TOO_LARGE);
  if (isSvg(bytes, declared)) throw refuse("不收 SVG：它可以带脚本。请导出成 PNG 或 WebP");
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? "";
  const mime = SAME[found] ?? found;
  if (!(mime in FORMAT_NAMES)) throw refuse("这不是能收的图片，只收 JPEG、PNG、WebP、AVIF、GIF");
  const wrong = claims(declared, name).find((claim) => claim !== mime);
  if (wrong) throw refuse(`内容和类型不符：文件自称 ${named(wrong)}，内容却是 ${named(mime)}`);

  const header = await readHeader(bytes);
  const frames = header.pages ?? 1;
  const frameHeight = header.pageHeight ?? header.height;
  const pixels = header.width * frameHeight;
  if (pixels > MAX_PIXELS) {
    throw refuse(`像素太多：${header.width} × ${frameHeight}，最多 5000 万像素`);
  }
  if (frames > MAX_FRAMES || pixels * frames > MAX_PIXELS) {
    throw refuse(`动图太大：${frames} 帧，最多 ${MAX_FRAMES} 帧、合计 5000 万像素`);
  }
  const cleaned = CLEAN[mime]!(bytes, header.orientation ?? 1);
  if (!cleaned) throw refuse("图片不完整，可能没有传完或已损坏");
  checkTail(bytes.subarray(cleaned.end), mime);
  await checkClean(cleaned.bytes, header);
  const turned = (header.orientation ?? 1) >= 5;
  const [width, height] = turned ? [frameHeight, header.width] : [header.width, frameHeight];
  return { mime, width, height, clean: cleaned.bytes };
}
