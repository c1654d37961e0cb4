import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { answerPicture } from "@/lib/media/answer";
import { addMedia } from "@/lib/media/commands";
import { isFetchAllowed } from "@/lib/media/foreign/allowed";
import { type Fetched, FetchRefused, fetchForeign, hostPauses } from "@/lib/media/foreign/fetch";
import { nameOf } from "@/lib/media/foreign/name";
import { storage } from "@/lib/storage/storage";

const PER_HOST_MS = 250;
const adoptInput = z.object({
  url: z.url({ protocol: /^https?$/, error: "图片地址不对" }).max(4000, "图片地址太长"),
  alt: z.string().max(500, "说明太长"),
});

const REFUSED = {
  closed: "这个地址不在公网上，不能取",
  answer: "对方网站没有给出这张图",
  size: "图片超过 20 MB",
} as const;

const beforeRequest = hostPauses(PER_HOST_MS);

/** @throws {AppError} with what the editor can be told */
async function take(url: string): Promise<Fetched> {
  try {
    return await fetchForeign(url, { beforeRequest, isAllowed: isFetchAllowed });
  } catch (error) {
    if (error instanceof FetchRefused) throw new AppError("invalid", REFUSED[error.reason]);
    throw new AppError("invalid", `连不上 ${new URL(url).host}`);
  }
}

/**
 * Brings a picture of another site, which an editor pasted as part of a text, into the library. An address of our own
 * and JSON, so that no page of another site can ask for it; each host is asked four times a second at most.
 */
export const adoptPicture = (request: Request) =>
  answerPicture(request, async (ctx) => {
    const isJson = request.headers.get("content-type") === "application/json";
    const input = adoptInput.safeParse(isJson ? await request.json().catch(() => null) : null);
    if (!input.success) throw new AppError("invalid", input.error.issues[0]?.message ?? "请求不对");
    const { bytes, url } = await take(input.data.url);
    // Servers often name a type that is not the content's; what counts is what the bytes are.
    const upload = { bytes, type: "", name: nameOf(url) };
    return addMedia(ctx, storage(), upload, { alt: input.data.alt, credit: url.host });
  });
