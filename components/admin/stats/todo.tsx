import { recentTime } from "@/lib/dates";
import type { Dashboard } from "@/lib/stats/loaders";
import { grouped, lasting } from "./numbers";

type Task = { href: string; says: string; note: string; bad?: boolean };
type Props = Pick<Dashboard, "queues" | "missing" | "isAdmin" | "now">;

/** A job that waits this long says that nobody does the jobs. */
const JOBS_STUCK_S = 5 * 60;
const SEAL_STUCK_MS = 10 * 60_000;

function tasksOf({ queues, missing, isAdmin, now }: Props): Task[] {
  const { scheduled, review, pictures, jobs, unsealedSince } = queues;
  const at = new Date(now).getTime();
  const tasks: Task[] = [];
  if (scheduled.overdue > 0 && scheduled.longest)
    tasks.push({
      href: "/admin/articles?status=scheduled",
      says: `${scheduled.overdue} 篇定时文章过了时间还没发布`,
      note: `最久的定在 ${recentTime(scheduled.longest, now)}，常因缺正文或图片没有说明`,
      bad: true,
    });
  if (jobs?.seconds && jobs.seconds > JOBS_STUCK_S)
    tasks.push({
      href: "/admin/articles?status=scheduled",
      says: "后台任务停着",
      note: `${jobs.waiting} 件在等，最久 ${lasting(jobs.seconds * 1000)}；请管理员看看 worker 是否在运行`,
      bad: true,
    });
  if (pictures.failed > 0)
    tasks.push({
      href: "/admin/media?view=unready",
      says: `${pictures.failed} 张图片处理失败`,
      note: "打开看原因，可以重试或换一张",
      bad: true,
    });
  if (isAdmin && unsealedSince && at - unsealedSince.getTime() > SEAL_STUCK_MS)
    tasks.push({
      href: "/admin/audit",
      says: "操作记录没有及时封存",
      note: `最早一条已等 ${lasting(at - unsealedSince.getTime())}；后台任务也许没有运行`,
    });
  if (review.count > 0 && review.oldest)
    tasks.push({
      href: "/admin/articles?status=in_review",
      says: `${review.count} 篇稿子待审`,
      note: `最久的等了 ${lasting(at - review.oldest.getTime())}`,
    });
  for (const { path, hits } of missing)
    tasks.push({
      href: `/admin/redirects?from=${encodeURIComponent(path)}#add`,
      says: path,
      note: `近 7 日 ${grouped(hits)} 次有人没找到，点开即可加重定向`,
    });
  return tasks;
}

/** What somebody should see to, the worst first. */
export function Todo(props: Props) {
  const tasks = tasksOf(props);
  return (
    <section aria-labelledby="todo-title">
      <h2 id="todo-title">需要处理</h2>
      {tasks.length === 0 ? (
        <p className="hint">没有要处理的事。定时、图片与后台任务都正常。</p>
      ) : (
        <ul className="todo">
          {tasks.map(({ href, says, note, bad }) => (
            <li key={says} className={bad ? "bad" : undefined}>
              <a href={href}>
                <b>{says}</b>
                <small>{note}</small>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
