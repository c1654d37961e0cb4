import type { Metadata } from "next";
import { FrontPage } from "@/components/site/front-page";
import { PreviewMissing } from "@/components/site/preview-missing";
import { loadFrontPreview } from "@/lib/front/desk-loaders";
import { loadBar, loadBusiestOutlets } from "@/lib/front/loaders";
import { robotsOf } from "@/lib/indexing/policy";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "首页预览", ...robotsOf("secret") };

/** The home page as an arrangement would make it, for the newsroom; its desk shows it in a frame. */
export default async function FrontPreviewPage({ searchParams }: PageProps<"/preview/front">) {
  const news = await loadFrontPreview(await searchParams);
  if (!news) return <PreviewMissing />;
  const [outlets, bar] = await Promise.all([loadBusiestOutlets(), loadBar()]);
  return <FrontPage news={news} outlets={outlets} bar={bar} today={new Date()} />;
}
