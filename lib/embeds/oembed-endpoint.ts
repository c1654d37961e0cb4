import "server-only";
import { z } from "zod";
import { anonymous } from "@/lib/api/caller";
import { limitHeaders, requests } from "@/lib/api/rate-limit";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { keepUntilExpired } from "@/lib/cache/kept-value";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { decodeParts } from "@/lib/route-params";
import { findSite } from "@/lib/settings/queries";
import { findEmbed, slugAt } from "./find-embed";
import { oembedOf, oembedXml } from "./oembed";

const OPEN = { "Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff" };
const side = z.coerce.number().int().min(1).max(10_000).optional();
const query = z.object({ url: z.url(), format: z.string().default("json"), maxwidth: side, maxheight: side });

const say = (status: number, text: string, headers: Record<string, string>) =>
  new Response(`${text}\n`, {
    status,
    headers: { ...OPEN, ...headers, "Content-Type": "text/plain; charset=utf-8", "Cache-Control": CACHE_CONTROL.never },
  });

/** The public story at an address of this site; null when it is none, or another site's. */
async function findPublic(url: URL) {
  const path = decodeParts([url.pathname])?.[0];
  if (url.host !== new URL(env().siteUrl).host || path === undefined) return null;
  const slug = await slugAt(getDb(), path);
  const found = slug === null ? null : await findEmbed(getDb(), slug);
  const now = found?.state === "moved" ? await findEmbed(getDb(), found.slug) : found;
  return now?.state === "public" ? now.embed : null;
}

/** How a story of this site is shown on another one (oEmbed 1.0). */
export async function answerOembed(request: Request): Promise<Response> {
  const { key, quota } = anonymous(request);
  const taken = requests.take(`oembed:${key}`, quota, 1, Date.now());
  const limits = limitHeaders(quota, taken);
  if (!taken.isAllowed) return say(429, "请求太多，请稍后再试。", limits);
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success)
    return say(400, "参数有误：url 应是本站一篇报道的完整地址，maxwidth 和 maxheight 应是像素数。", limits);
  const { url, format, maxwidth: maxWidth, maxheight: maxHeight } = parsed.data;
  if (format !== "json" && format !== "xml") return say(501, "format 只有 json 和 xml。", limits);
  const embed = await findPublic(new URL(url));
  if (!embed) return say(404, "本站没有这篇报道，或它已撤下。", limits);
  const site = await keepUntilExpired(tag.site, () => findSite(getDb()));
  const answer = oembedOf(embed, { maxWidth, maxHeight }, { site, siteUrl: env().siteUrl });
  const [type, body] =
    format === "xml" ? ["text/xml", oembedXml(answer)] : ["application/json", `${JSON.stringify(answer)}\n`];
  return new Response(body, {
    headers: {
      ...OPEN,
      ...limits,
      "Content-Type": `${type}; charset=utf-8`,
      "Cache-Control": CACHE_CONTROL.data,
    },
  });
}
