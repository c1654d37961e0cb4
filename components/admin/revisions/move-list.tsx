import { beijingIso, longTime } from "@/lib/dates";
import type { ArticleMove } from "@/lib/taxonomy/report";

const NOUNS = { category: "媒体", tag: "标签" };

/** What happened to the article without a version of its own: its outlet or a tag of it was merged or split. */
export function MoveList({ moves }: { moves: ArticleMove[] }) {
  if (moves.length === 0) return null;
  return (
    <section className="rev-moves" aria-label="随媒体或标签的变动">
      <p className="hint">下面这些不是谁改了稿件，所以没有另存版本：</p>
      <ul>
        {moves.map(({ id, kind, subject, from, to, actorName, undoneBy, createdAt, undoneAt }) => (
          <li key={id}>
            {actorName}
            {kind === "merge" ? "合并" : "拆分"}
            {NOUNS[subject]}，这篇从「{from}」到{to.map((name) => `「${name}」`).join("、")}
            <small>
              <time dateTime={beijingIso(createdAt)}>{longTime(createdAt)}</time>
              {undoneAt && `；已由${undoneBy}撤销，${longTime(undoneAt)}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
