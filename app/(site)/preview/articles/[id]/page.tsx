import type { Metadata } from "next";
import { ArticlePage } from "@/components/site/article-page";
import { PreviewMissing } from "@/components/site/preview-missing";
import { robotsOf } from "@/lib/indexing/policy";
import { loadOwnPreview } from "@/lib/previews/loaders";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "预览", ...robotsOf("secret") };

/** The reader's page of an article as it is saved, for the newsroom; the desk's preview shows it in a frame. */
export default async function OwnPreviewPage({ params }: PageProps<"/preview/articles/[id]">) {
  const article = await loadOwnPreview((await params).id);
  if (!article) return <PreviewMissing />;
  return <ArticlePage article={article} />;
}
