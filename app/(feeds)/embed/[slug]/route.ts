import { loadEmbed } from "@/lib/embeds/loaders";
import { decodeParts } from "@/lib/route-params";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: RouteContext<"/embed/[slug]">) {
  const [slug = ""] = decodeParts([(await params).slug]) ?? [];
  const card = await loadEmbed(slug);
  if ("movedTo" in card) return new Response(null, { status: 308, headers: { Location: card.movedTo } });
  return new Response(card.html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
