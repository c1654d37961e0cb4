import { answerXml } from "@/lib/sitemaps/answer";
import { loadSitemapIndex } from "@/lib/sitemaps/loaders";

export const dynamic = "force-dynamic";

export const GET = async () => answerXml(await loadSitemapIndex());
