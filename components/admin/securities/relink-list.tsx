import { RelinkProgress } from "@/components/admin/securities/relink-progress";
import { beijingIso, recentTime } from "@/lib/dates";
import type { RelinkProgress as Look } from "@/lib/securities/relink-progress";

/** Looks at stored articles: who began them, and how far they are or what came of them. */
export function RelinkList({ looks, now }: { looks: Look[]; now: string }) {
  return (
    <ul className="acts-list">
      {looks.map((look) => (
        <li key={look.id}>
          <div>
            <p className="act-what">
              {look.isUnderWay ? "正在重新关联" : "重新关联了"}
              {look.symbol ? `提到「${look.name ?? look.symbol}」的文章` : "全部文章"}
            </p>
            <small>
              {look.by}，<time dateTime={beijingIso(look.createdAt)}>{recentTime(look.createdAt, now)}</time>
              {!look.isUnderWay &&
                `，看过 ${look.done.toLocaleString("en")} 篇，${look.changed.toLocaleString("en")} 篇有变化`}
            </small>
          </div>
          {look.isUnderWay && <RelinkProgress begun={look} />}
        </li>
      ))}
    </ul>
  );
}
