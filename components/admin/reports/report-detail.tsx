import { Status } from "@/components/admin/articles/status";
import { beijingIso, longTime } from "@/lib/dates";
import type { LoadedReport } from "@/lib/reports/loaders";
import { REPORT_VIEWS, reportsPath } from "@/lib/reports/validation";
import { AnswerForm } from "./answer-form";
import { QuotedText } from "./quoted-text";

/** One report: what the reader says, the sentence in the article, and the answer. */
export function ReportDetail({ found }: { found: LoadedReport }) {
  const { report, article } = found;
  return (
    <>
      <header className="top">
        <h1>报错</h1>
        <p className="top-sub">
          {REPORT_VIEWS[report.status]}
          {report.answeredBy && `，${report.answeredBy} 处理`}
        </p>
        <nav className="top-links" aria-label="报错">
          <a href={reportsPath(report.status)}>回到{REPORT_VIEWS[report.status]}</a>
        </nav>
      </header>
      <div className="report-page">
        <section aria-labelledby="said">
          <h2 id="said">读者说</h2>
          <p className="report-said">{report.message}</p>
          <p className="queue-meta">
            <time dateTime={beijingIso(report.createdAt)}>{longTime(report.createdAt)}</time>
            {report.contact && <span>联系方式：{report.contact}</span>}
          </p>
        </section>
        <section aria-labelledby="where">
          <h2 id="where">在哪一句</h2>
          <p className="report-article">
            <a href={`/admin/articles/${article.id}`}>{article.title}</a>
            <Status status={article.status} />
            <span>{article.categoryName}</span>
          </p>
          <QuotedText found={found} />
        </section>
        {!article.isTakenDown && (
          <section aria-labelledby="answer">
            <h2 id="answer">答复读者</h2>
            {article.status === "published" && report.status !== "rejected" && (
              <p>
                <a className="btn" href={`/admin/articles/${article.id}?report=${report.id}`}>
                  去更正
                </a>
                <small>更正发布后，这条报错自动采纳，更正说明就是答复。</small>
              </p>
            )}
            <AnswerForm report={report} />
          </section>
        )}
      </div>
    </>
  );
}
