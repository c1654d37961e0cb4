import { ChevronLeft, ChevronRight } from "lucide-react";
import type { loadRevisions } from "@/lib/revisions/loaders";
import { revisionsPath } from "@/lib/revisions/validation";
import { MoveList } from "./move-list";
import { RevisionRow } from "./revision-row";

type Props = { found: NonNullable<Awaited<ReturnType<typeof loadRevisions>>> };

/** Every save of an article. Any two are compared by a plain form, so the comparison has an address. */
export function RevisionList({ found: { article, rows, moves, older, newest, mayRestore } }: Props) {
  const [first, second] = rows;
  return (
    <main id="main" className="rev">
      <h1>{article.title}</h1>
      <MoveList moves={moves} />
      {rows.length === 0 ? (
        <p className="rev-none">
          这里没有版本了。<a href={revisionsPath(article.id)}>回到最新</a>
        </p>
      ) : (
        <form action={revisionsPath(article.id)}>
          {rows.length > 1 && (
            <p className="rev-pickbar">
              <span>选一个旧版、一个新版，看改了什么。</span>
              <button className="btn" type="submit">
                比较所选两版
              </button>
            </p>
          )}
          <ol className="rev-list" aria-label="版本，从新到旧">
            {rows.map((row) => (
              <RevisionRow
                key={row.version}
                row={row}
                article={article}
                mayRestore={mayRestore}
                pick={rows.length > 1 ? { old: row === second, now: row === first } : null}
              />
            ))}
          </ol>
        </form>
      )}
      {(newest || older) && (
        <nav className="rev-pages" aria-label="翻页">
          {newest ? (
            <a href={newest}>
              <ChevronLeft className="icon" aria-hidden />
              最新的版本
            </a>
          ) : (
            <span>已是最新</span>
          )}
          {older ? (
            <a href={older}>
              较早的版本
              <ChevronRight className="icon" aria-hidden />
            </a>
          ) : (
            <span>没有更早的了</span>
          )}
        </nav>
      )}
    </main>
  );
}
