import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleEditor } from "@/components/admin/articles/article-editor";
import { loadDeskArticle } from "@/lib/articles/desk-loaders";

export const metadata: Metadata = { title: "改稿" };

export default async function EditArticlePage({ params }: PageProps<"/admin/articles/[id]">) {
  const { id } = await params;
  const found = await loadDeskArticle(id);
  if (!found) notFound();
  return <ArticleEditor key={id} {...found} />;
}
