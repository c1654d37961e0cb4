import { Crumb } from "@/components/site/crumb";
import { Headline } from "@/components/site/headline";
import { TextChange } from "@/components/site/history-diff";
import { Icon } from "@/components/site/icons";
import { Reason } from "@/components/site/reason";
import { CORRECTION_NAMES } from "@/lib/corrections/validation";
import { beijingIso, longTime } from "@/lib/dates";
import type { History, HistoryEntry } from "@/lib/revisions/history-loaders";
import { articlePath, categoryPath, historyPath } from "@/lib/urls";

/** Every change that readers could see, newest first. */
export function HistoryView({ history: { article, entries, older, isOlder } }: { history: History }) {
  const { slug, title, categoryName, categorySlug } = article;
  const isUntouched = !isOlder && !older && entries.every(({ kind }) => kind === "first");
  return (
    <div className="hist">
      <header className="page-head">
        <Crumb steps={[{ href: categoryPath(categorySlug), label: categoryName }]} />
        <h1>
          <a href={articlePath(slug)}>
            <Headline title={title} />
          </a>
        </h1>
        <p className="stand">
          改动记录，时间为北京时间。<del>划去的</del>是旧文，<ins>加下划线的</ins>是新文；只改错字、标点的，折叠起来。
        </p>
      </header>
      {isUntouched && <p className="stand">发表以来，标题、摘要和正文都没有改动。</p>}
      <ol className="hist-list">
        {entries.map((entry) => (
          <li key={entry.version} id={`v${entry.version}`}>
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {(older || isOlder) && (
        <nav className="pager" aria-label="翻页">
          {isOlder && (
            <a href={historyPath(slug)} rel="prev">
              <Icon name="newer" />
              回到最新
            </a>
          )}
          {older && (
            <a href={older} rel="next">
              更早的改动
              <Icon name="older" />
            </a>
          )}
        </nav>
      )}
      <p className="more">
        <a href={articlePath(slug)}>回到正文</a>
      </p>
    </div>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const time = <time dateTime={beijingIso(entry.at)}>{longTime(entry.at)}</time>;
  if (entry.kind === "first") return <h2>{time} 首次发表</h2>;
  if (entry.kind === "withdrawn")
    return (
      <>
        <h2>{time} 撤回</h2>
        <Reason facts={[["原因", entry.reason || "未说明"]]} />
      </>
    );
  const { diff, isTypo, corrections } = entry;
  const [correction] = corrections;
  return (
    <>
      <h2>
        {time} {correction ? CORRECTION_NAMES[correction.kind] : isTypo ? "改错字" : "修改"}
      </h2>
      {corrections.map(({ id, note, reason }) => (
        <div key={id} className="hist-note">
          <p>{note}</p>
          <Reason facts={[["原因", reason]]} />
        </div>
      ))}
      {isTypo && !correction ? (
        <details>
          <summary>改了 {Math.max(diff.deleted, diff.inserted)} 个字，不涉及数字、名称和意思</summary>
          <TextChange diff={diff} />
        </details>
      ) : (
        <TextChange diff={diff} />
      )}
    </>
  );
}
