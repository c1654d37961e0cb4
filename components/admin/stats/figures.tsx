import { clock, recentTime, weekday } from "@/lib/dates";
import type { Dashboard } from "@/lib/stats/loaders";
import { grouped, lasting } from "./numbers";

const WEEK_MS = 7 * 24 * 3_600_000;

function compared(change: number | null, now: string): string {
  if (change === null) return "上周此时还没有计数";
  const percent = `${change < 0 ? "−" : "+"}${Math.abs(change * 100).toFixed(1)}%`;
  return `较上${weekday(new Date(new Date(now).getTime() - WEEK_MS)).replace("星期", "周")}此时 ${percent}`;
}

function Figure({ name, value, note, bad = false }: { name: string; value: number; note: string; bad?: boolean }) {
  return (
    <div className={bad ? "bad" : undefined}>
      <dt>{name}</dt>
      <dd>
        {grouped(Math.round(value))}
        <small>{note}</small>
      </dd>
    </div>
  );
}

type Props = Pick<Dashboard, "views" | "published" | "queues" | "now">;

/** The figures of today. */
export function Figures({ views, published, queues, now }: Props) {
  const { review, scheduled, pictures } = queues;
  const at = new Date(now).getTime();
  const next = scheduled.next && `，下一篇 ${recentTime(scheduled.next, now).replace("今天 ", "")}`;
  const waiting = scheduled.count - scheduled.overdue;
  return (
    <dl className="figures">
      <Figure name="今日浏览" value={views.today} note={compared(views.change, now)} />
      <Figure name="今日发布" value={published.today} note={`报道 ${published.stories}，快讯 ${published.flashes}`} />
      <Figure
        name="待审"
        value={review.count}
        note={review.oldest ? `最久 ${lasting(at - review.oldest.getTime())}` : "没有等着的稿子"}
      />
      <Figure
        name="超时未发"
        value={scheduled.overdue}
        bad={scheduled.overdue > 0}
        note={
          scheduled.longest
            ? `最久的定在 ${clock(scheduled.longest)}`
            : waiting > 0
              ? `定时 ${waiting} 篇${next || ""}`
              : "没有定时的文章"
        }
      />
      <Figure
        name="图片待处理"
        value={pictures.processing}
        bad={pictures.failed > 0}
        note={pictures.failed > 0 ? `另有 ${pictures.failed} 张失败` : "没有失败的"}
      />
    </dl>
  );
}
