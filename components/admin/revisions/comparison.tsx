import { ChevronLeft, ChevronRight } from "lucide-react";
import { Status } from "@/components/admin/articles/status";
import { Pieces } from "@/components/ui/pieces";
import { beijingIso, longTime } from "@/lib/dates";
import type { LoadedComparison } from "@/lib/revisions/loaders";
import { revisionsPath } from "@/lib/revisions/validation";
import { BodyDiff } from "./body-diff";
import { FieldDiff } from "./field-diff";
import { RestoreButton } from "./restore-button";

type Props = { found: LoadedComparison };
type Side = LoadedComparison["before"];

/** Two versions of an article: what was taken out and what came in. */
export function Comparison({ found }: Props) {
  const { article, before, after, text, fields } = found;
  const isSame = before.version === after.version;
  return (
    <main id="main" className="rev rev-compare">
      <h1>
        第 {before.version} 版 <span aria-hidden>→</span>
        <span className="sr">与</span> 第 {after.version} 版
      </h1>
      <nav className="rev-steps" aria-label="版本">
        <a href={revisionsPath(article.id)}>版本记录</a>
        {found.older && (
          <a href={found.older}>
            <ChevronLeft className="icon" aria-hidden />
            更早一次改动
          </a>
        )}
        {found.newer && (
          <a href={found.newer}>
            更晚一次改动
            <ChevronRight className="icon" aria-hidden />
          </a>
        )}
      </nav>
      <div className="rev-sides">
        <VersionNote word="旧版" side={before} found={found} />
        <VersionNote word="新版" side={after} found={found} />
      </div>
      <p className="rev-sum">
        {isSame ? (
          "这是同一版。"
        ) : text.deleted + text.inserted === 0 ? (
          "文字没有改动。"
        ) : (
          <>
            {text.deleted > 0 && <del>删去 {text.deleted} 字</del>}
            {text.inserted > 0 && <ins>新增 {text.inserted} 字</ins>}
          </>
        )}
      </p>
      {fields.length > 0 && <FieldDiff fields={fields} />}
      <article className="rev-text" aria-label="文字的改动">
        <h2 className="rev-title">
          <Pieces pieces={text.title} />
        </h2>
        {text.summary.length > 0 && (
          <p className="rev-summary">
            <b>摘要</b>
            <Pieces pieces={text.summary} />
          </p>
        )}
        <BodyDiff changes={text.body} />
      </article>
    </main>
  );
}

function VersionNote({
  word,
  side,
  found: { article, mayRestore },
}: {
  word: string;
  side: Side;
  found: Props["found"];
}) {
  const { version, status, actorName, createdAt, reason } = side;
  return (
    <section>
      <h2>
        {word} <small>第 {version} 版</small>
      </h2>
      <p className="rev-meta">
        <Status status={status} />
        <span>{actorName}</span>
        <time dateTime={beijingIso(createdAt)}>{longTime(createdAt)}</time>
      </p>
      {reason && <p className="rev-why">{reason}</p>}
      {mayRestore && version !== article.version && <RestoreButton article={article} revision={version} />}
    </section>
  );
}
