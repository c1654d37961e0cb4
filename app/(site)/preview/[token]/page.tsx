import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticlePage } from "@/components/site/article-page";
import { beijingIso, longTime } from "@/lib/dates";
import { loadSharedPreview } from "@/lib/previews/loaders";
import "../../../styles/site/preview.css";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "预览稿", robots: { index: false, follow: false } };

/** What an outsider sees by a secret link: the reader's page below a line that says what it is. */
export default async function SharedPreviewPage({ params }: PageProps<"/preview/[token]">) {
  const found = await loadSharedPreview((await params).token);
  if (!found) notFound();
  return (
    <>
      <aside className="preview-note" aria-label="关于这个预览">
        <span>
          <b>预览稿</b>，内容可能改动，请勿转发。
        </span>
        <span>
          链接有效至 <time dateTime={beijingIso(found.expiresAt)}>{longTime(found.expiresAt)}</time>（北京时间）
        </span>
      </aside>
      <ArticlePage article={found.article} />
    </>
  );
}
