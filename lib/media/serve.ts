import "server-only";
import { z } from "zod";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { getDb } from "@/lib/db/client";
import { originalKey, variantKey } from "@/lib/media/keys";
import { findMediaFiles } from "@/lib/media/queries";
import { wasTakenDown } from "@/lib/media/taken-down-queries";
import { storage } from "@/lib/storage/storage";

type Files = NonNullable<Awaited<ReturnType<typeof findMediaFiles>>>;

const asked = z.object({
  id: z.uuid(),
  file: z.union([z.literal("original"), z.string().regex(/^(?:480|960|1600)\.(?:avif|webp)$/)]),
  v: z.string().nullable(),
});

const HEADERS = {
  "Content-Security-Policy": "default-src 'none'",
  "X-Content-Type-Options": "nosniff",
  // A part of a picture is asked for by nobody; who asks gets it whole.
  "Accept-Ranges": "none",
};

/** The file that an address names: a picture narrower than asked for answers with its widest size. */
function choose(files: Files, file: string) {
  const original = { key: originalKey(files), mime: files.mime, name: "original", isFinal: true };
  if (file === "original") return original;
  const [slot, format] = file.split(".");
  const made = files.variants.filter((variant) => variant.format === format).sort((a, b) => a.slot - b.slot);
  const variant = made.find((one) => one.slot === Number(slot)) ?? made.at(-1);
  if (!variant) return { ...original, isFinal: false };
  return { key: variantKey(files, variant), mime: `image/${format}`, name: `${variant.slot}.${format}`, isFinal: true };
}

const missing = (status: 404 | 410 = 404) =>
  new Response(status === 410 ? "这张图片已按要求删除" : "没有这张图片", {
    status,
    headers: { ...HEADERS, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": CACHE_CONTROL.never },
  });

/** Answers for `/media/{id}/{file}`. */
export async function serveMedia(request: Request, params: { id: string; file: string }): Promise<Response> {
  const parsed = asked.safeParse({ ...params, v: new URL(request.url).searchParams.get("v") });
  if (!parsed.success) return missing();
  const { id, file, v } = parsed.data;
  const files = await findMediaFiles(getDb(), id);
  if (!files) return missing((await wasTakenDown(getDb(), id)) ? 410 : 404);

  const { key, mime, name, isFinal } = choose(files, file);
  const names = Number(v ?? 1) === files.generation;
  const etag = `"${files.sha256.slice(0, 16)}-${name}"`;
  const headers = {
    ...HEADERS,
    "Content-Type": mime,
    "Cache-Control": isFinal && names ? CACHE_CONTROL.hashed : CACHE_CONTROL.unfinished,
    ETag: etag,
  };
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (known.some((tag) => tag.replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  const body = await storage().get(key);
  return body ? new Response(body, { headers }) : missing();
}
