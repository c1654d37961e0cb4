import "server-only";
import { registeredStore } from "@/lib/cache/page-store";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { answerPicture } from "@/lib/media/answer";
import { addMedia, type MediaRow } from "@/lib/media/commands";
import { replaceMedia } from "@/lib/media/replace";
import { MAX_BYTES, TOO_LARGE, uploadInput } from "@/lib/media/validation";
import { storage } from "@/lib/storage/storage";

/** Reads a body up to the bound and not a chunk further. */
async function readBounded(request: Request): Promise<Buffer> {
  const tooLarge = () => new AppError("invalid", TOO_LARGE);
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The name stands percent-encoded in a header. A page of another site cannot set that header without asking us first. */
function readInput(request: Request) {
  const encoded = request.headers.get("x-file-name");
  if (encoded === null) throw new AppError("invalid", "缺少文件名");
  let name = "";
  try {
    name = decodeURIComponent(encoded);
  } catch {
    throw new AppError("invalid", "文件名写法不对");
  }
  const replace = new URL(request.url).searchParams.get("replace") ?? undefined;
  const parsed = uploadInput.safeParse({ name, type: request.headers.get("content-type") ?? "", replace });
  if (!parsed.success) throw new AppError("invalid", parsed.error.issues[0]!.message);
  return parsed.data;
}

async function store(ctx: Ctx, request: Request): Promise<{ picture: MediaRow; isNew: boolean }> {
  const { name, type, replace } = readInput(request);
  const upload = { name, type, bytes: await readBounded(request) };
  if (!replace) return addMedia(ctx, storage(), upload);
  const { picture, tags } = await replaceMedia(ctx, storage(), { id: replace, upload });
  registeredStore()?.expireTags(tags);
  return { picture, isNew: true };
}

/** An upload: the bytes are the body. */
export const receiveUpload = (request: Request) => answerPicture(request, (ctx) => store(ctx, request));
