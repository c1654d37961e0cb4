import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { headPage } from "@/lib/cache/tag-page";
import { drawShareImage } from "@/lib/share-images/draw";
import { loadShareImage } from "@/lib/share-images/loaders";

// Drawn when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

const says = (status: number, text: string, headers = {}) =>
  new Response(`${text}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers } });

/** The picture that other sites show beside a link to a page. */
export async function GET(_request: Request, { params }: RouteContext<"/share/[kind]/[file]">) {
  const { kind, file } = await params;
  const found = await loadShareImage(kind, file);
  if (found.state === "moved") return new Response(null, { status: 308, headers: { Location: found.to } });
  if (found.state === "gone") return says(410, "这篇报道已撤回或删除。");
  if (found.state === "missing") return says(404, "没有这张图片。");
  const picture = await drawShareImage(found.drawing);
  if (!picture)
    return says(503, "正在画别的图片，请稍后再来。", { "Retry-After": "5", "Cache-Control": CACHE_CONTROL.never });
  // Another version has another address.
  headPage({ "Cache-Control": CACHE_CONTROL.hashed });
  return new Response(new Uint8Array(picture), { headers: { "Content-Type": "image/png" } });
}
