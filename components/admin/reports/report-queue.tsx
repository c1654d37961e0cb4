import { Pager } from "@/components/ui/pager";
import { beijingIso, recentTime } from "@/lib/dates";
import type { loadReports, ReportRow } from "@/lib/reports/loaders";
import { REPORT_VIEWS, type ReportView, reportsPath } from "@/lib/reports/validation";
import { takedownsPath } from "@/lib/takedowns/validation";
import { correctionsPath } from "@/lib/urls";

type Props = { view: ReportView; found: NonNullable<Awaited<ReturnType<typeof loadReports>>>; now: string };

const NOTHING: Record<ReportView, string> = {
  open: "没有待处理的报错。读者在文章下面的“报错”里提交，就到这里来。",
  accepted: "还没有采纳过报错。",
  rejected: "还没有不采纳的报错。",
};

/** What readers report, by what became of it. */
export function ReportQueue({ view, found: { open, isAdmin, items, newer, older }, now }: Props) {
  return (
    <>
      <header className="top">
        <h1>更正与报错</h1>
        <nav className="top-links" aria-label="公开的记录">
          <a href={correctionsPath}>更正与撤稿</a>
          {isAdmin && <a href={takedownsPath}>删除记录</a>}
        </nav>
      </header>
      <nav className="views" aria-label="处理情况">
        {Object.entries(REPORT_VIEWS).map(([key, name]) => (
          <a key={key} href={reportsPath(key as ReportView)} aria-current={key === view ? "page" : undefined}>
            {name}
            {key === "open" && <b>{open}</b>}
          </a>
        ))}
      </nav>
      {items.length === 0 ? (
        <p className="none">
          {NOTHING[view]}
          {view === "open" ? "" : <a href={reportsPath()}>看待处理的</a>}
        </p>
      ) : (
        <>
          <ul className="queue" aria-label={`${REPORT_VIEWS[view]}的报错，从新到旧`}>
            {items.map((item) => (
              <Row key={item.id} item={item} now={now} />
            ))}
          </ul>
          <Pager newer={newer} older={older} />
        </>
      )}
    </>
  );
}

function Row({ item, now }: { item: ReportRow; now: string }) {
  const { id, message, quote, articleTitle, categoryName, at } = item;
  return (
    <li>
      <h2>
        <a href={`/admin/reports/${id}`}>{message}</a>
      </h2>
      {quote && <blockquote>{quote}</blockquote>}
      <p className="queue-meta">
        <span>{articleTitle}</span>
        <span>{categoryName}</span>
        <time dateTime={beijingIso(at)}>{recentTime(at, now)}</time>
      </p>
    </li>
  );
}
