import { beijingIso, longTime } from "@/lib/dates";
import type { loadTakedowns } from "@/lib/takedowns/loaders";
import { takedownPath } from "@/lib/takedowns/validation";

/** Every takedown, newest first. */
export function TakedownList({ records }: { records: NonNullable<Awaited<ReturnType<typeof loadTakedowns>>> }) {
  return (
    <>
      <header className="top">
        <h1>删除记录</h1>
        <p className="top-sub">按要求永久删除的文章，只存记录，不存内容。</p>
      </header>
      {records.length === 0 ? (
        <p className="none">
          还没有按要求删除过文章。<a href="/admin/reports">看报错</a>
        </p>
      ) : (
        <ul className="queue" aria-label="删除记录，从新到旧">
          {records.map(({ id, number, articleId, requester, reason, actorName, at }) => (
            <li key={id}>
              <h2>
                <a href={takedownPath(articleId)}>第 {number} 号</a>
              </h2>
              <p>{reason}</p>
              <p className="queue-meta">
                <span>要求方：{requester}</span>
                <span>经手人：{actorName}</span>
                <time dateTime={beijingIso(at)}>{longTime(at)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
