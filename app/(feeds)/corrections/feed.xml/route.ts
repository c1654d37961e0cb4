import { writeCorrectionsFeed } from "@/lib/corrections/feed";
import { loadActs } from "@/lib/corrections/loaders";
import { env } from "@/lib/env";
import { loadSite } from "@/lib/settings/loaders";

export const dynamic = "force-dynamic";

export async function GET() {
  const [page, { name }] = await Promise.all([loadActs(), loadSite()]);
  return new Response(writeCorrectionsFeed(page?.acts ?? [], { name, url: env().siteUrl }), {
    headers: {
      "Content-Type": "application/rss+xml; charset=utf-8",
      // As long as the pages may stay unseen by a CDN: what is taken down must be gone from here as well.
      "Cache-Control": "public, max-age=0, s-maxage=1, must-revalidate",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
