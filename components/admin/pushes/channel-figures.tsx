import { beijingIso, recentTime } from "@/lib/dates";
import type { ShownChannel } from "@/lib/pushes/loaders";

type Figure = { name: string; value: string; note: string; isBad?: boolean };
const grouped = (count: number) => count.toLocaleString("en");

function figuresOf({ channel, told, waiting, refused, pausedUntil }: ShownChannel, now: Date): Figure[] {
  const waits = pausedUntil ? `${recentTime(pausedUntil, now)} 之后再推` : "正在推送";
  return [
    { name: "近 7 日送达", value: grouped(told), note: channel === "websub" ? "次通知" : "个网址" },
    { name: "等待", value: grouped(waiting), note: waiting > 0 ? waits : "没有积压" },
    { name: "被拒绝", value: grouped(refused), note: refused > 0 ? "不再自动重试" : "没有", isBad: refused > 0 },
  ];
}

/** What a channel told, what waits, and when it was last heard. */
export function ChannelFigures({ status, now }: { status: ShownChannel; now: Date }) {
  return (
    <>
      <p className="push-last">
        {status.toldAt ? (
          <>
            上次成功 <time dateTime={beijingIso(status.toldAt)}>{recentTime(status.toldAt, now)}</time>
          </>
        ) : (
          "近 7 日还没有成功过"
        )}
        {status.quotaLeft !== null && `，今天还能推 ${grouped(status.quotaLeft)} 个`}
      </p>
      <dl className="push-figures">
        {figuresOf(status, now).map(({ name, value, note, isBad }) => (
          <div key={name} className={isBad ? "bad" : undefined}>
            <dt>{name}</dt>
            <dd>
              {value}
              <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
