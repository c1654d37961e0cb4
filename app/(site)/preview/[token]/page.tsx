import type { Metadata } from "next";
import { cache } from "react";
import { ArticlePage } from "@/components/site/article-page";
import { PreviewMissing, previewMissingTitle } from "@/components/site/preview-missing";
import { beijingIso, longTime } from "@/lib/dates";
import { robotsOf } from "@/lib/indexing/policy";
import { loadSharedPreview } from "@/lib/previews/loaders";
import "../../../styles/site/preview.css";

export const dynamic = "force-dynamic";

type Props = PageProps<"/preview/[token]">;
const load = cache(loadSharedPreview);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load((await params).token);
  return { title: found ? "预览稿" : previewMissingTitle, ...robotsOf("secret") };
}

/** What an outsider sees by a secret link: the reader's page below a line that says what it is. */
export default async function SharedPreviewPage({ params }: Props) {
  const found = await load((await params).token);
  if (!found) return <PreviewMissing />;
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
