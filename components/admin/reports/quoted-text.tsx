import type { LoadedReport } from "@/lib/reports/loaders";
import { articlePath } from "@/lib/urls";

/** The quoted sentence as it stands in the article now, or what the reader quoted where it stands no more. */
export function QuotedText({ found: { report, found, article } }: { found: LoadedReport }) {
  if (article.isTakenDown) return <p className="hint">文章已按要求删除，读者引的原文一并销毁。</p>;
  if (report.quote === "") return <p className="hint">读者没有指明哪一句。</p>;
  const changed = article.version !== report.version;
  return (
    <>
      {found ? (
        <blockquote className="report-quote">
          {found.before}
          <mark>{found.quote}</mark>
          {found.after}
        </blockquote>
      ) : (
        <blockquote className="report-quote">{report.quote}</blockquote>
      )}
      <p className="hint">
        {!found && "这一句在文章里找不到，可能已经改过，或读者抄得不同。"}
        {changed && `读者看到的是第 ${report.version} 版，现为第 ${article.version} 版。`}
        {found && article.status === "published" && (
          // The browser marks the sentence on the page it opens.
          <a
            href={`${articlePath(article.slug)}#:~:text=${encodeURIComponent(found.quote).replaceAll("-", "%2D")}`}
            target="_blank"
            rel="noopener"
          >
            在页面上看这一句
          </a>
        )}
      </p>
    </>
  );
}
