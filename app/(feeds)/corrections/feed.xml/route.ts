import { writeCorrectionsFeed } from "@/lib/corrections/feed";
import { loadActs } from "@/lib/corrections/loaders";
import { env } from "@/lib/env";
import { answerFeed } from "@/lib/feeds/answer";
import { loadSite } from "@/lib/settings/loaders";

export const dynamic = "force-dynamic";

export async function GET() {
  const [page, { name }] = await Promise.all([loadActs(), loadSite()]);
  return answerFeed("xml", writeCorrectionsFeed(page?.acts ?? [], { name, url: env().siteUrl }));
}
