import { answerXml } from "@/lib/sitemaps/answer";
import { loadNewsSitemap } from "@/lib/sitemaps/loaders";

export const dynamic = "force-dynamic";

export const GET = async () => answerXml(await loadNewsSitemap());
