import { Status } from "@/components/admin/articles/status";
import { beijingIso, longTime } from "@/lib/dates";
import type { RevisionRow as Row } from "@/lib/revisions/loaders";
import { revisionsPath } from "@/lib/revisions/validation";
import { RestoreButton, type RestoredArticle } from "./restore-button";

type Props = {
  row: Row;
  article: RestoredArticle;
  mayRestore: boolean;
  /** Which radio buttons are on at first; null when there is nothing to compare. */
  pick: { old: boolean; now: boolean } | null;
};

/** One save: who, when, why, and what can be done with it. */
export function RevisionRow({ row, article, mayRestore, pick }: Props) {
  const { version, previous } = row;
  const isCurrent = version === article.version;
  const name = `第 ${version} 版`;
  return (
    <li>
      {pick && (
        <div className="rev-pick">
          <Pick name="from" version={version} on={pick.old} word="旧" />
          <Pick name="to" version={version} on={pick.now} word="新" />
        </div>
      )}
      <h2>
        {name}
        {isCurrent && <small>现在的版本</small>}
      </h2>
      <p className="rev-why">{row.reason || row.changes.join("、")}</p>
      <p className="rev-meta">
        <Status status={row.status} />
        <span>{row.actorName}</span>
        <time dateTime={beijingIso(row.createdAt)}>{longTime(row.createdAt)}</time>
      </p>
      <div className="rev-do">
        {previous !== null && (
          <a href={revisionsPath(article.id, { from: previous, to: version })} aria-label={`与上一版比较：${name}`}>
            与上一版比较
          </a>
        )}
        {!isCurrent && (
          <a
            href={revisionsPath(article.id, { from: version, to: article.version })}
            aria-label={`与当前版比较：${name}`}
          >
            与当前版比较
          </a>
        )}
        {row.pastes > 0 && (
          <a href={revisionsPath(article.id, { pastes: version })} aria-label={`粘贴的原文：${name}`}>
            粘贴的原文 {row.pastes} 份
          </a>
        )}
        {mayRestore && !isCurrent && <RestoreButton article={article} revision={version} quiet />}
      </div>
    </li>
  );
}

function Pick({ name, version, on, word }: { name: "from" | "to"; version: number; on: boolean; word: string }) {
  return (
    <label>
      <input type="radio" name={name} value={version} defaultChecked={on} aria-label={`${word}版：第 ${version} 版`} />
      {word}
    </label>
  );
}
