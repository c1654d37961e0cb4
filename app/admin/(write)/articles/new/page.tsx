import type { Metadata } from "next";
import { ArticleEditor } from "@/components/admin/articles/article-editor";
import { loadNewArticle } from "@/lib/articles/desk-loaders";

export const metadata: Metadata = { title: "写稿" };

export default async function NewArticlePage() {
  const { outlets, mayPublish } = await loadNewArticle();
  const may = { edit: true, publish: mayPublish, unpublish: false, trash: false, restore: false };
  return <ArticleEditor article={null} outlets={outlets} may={may} lastActor={null} />;
}
