import { ChannelFigures } from "@/components/admin/pushes/channel-figures";
import { Refusals, Troubles } from "@/components/admin/pushes/channel-troubles";
import { RetryButton } from "@/components/admin/pushes/retry-button";
import { CHANNEL_WORDS } from "@/lib/pushes/channels";
import type { ShownChannel } from "@/lib/pushes/loaders";

/** One of those who are told; of one that is off, how to turn it on. */
export function ChannelSection({ status, now }: { status: ShownChannel; now: Date }) {
  const { channel, isOn, troubles, refusals, refused, pausedUntil, quotaLeft } = status;
  const { name, tells, setting, example } = CHANNEL_WORDS[channel];
  return (
    <section className="push" aria-labelledby={`push-${channel}`}>
      <h2 id={`push-${channel}`}>
        {name} <span className={`st ${isOn ? "st-pub" : "st-draft"}`}>{isOn ? "已开启" : "没有开启"}</span>
      </h2>
      <p>{tells}。</p>
      {isOn ? (
        <>
          <ChannelFigures status={status} now={now} />
          {troubles.length > 0 && <Troubles troubles={troubles} now={now} />}
          {refusals.length > 0 && <Refusals refusals={refusals} refused={refused} />}
          {(refused > 0 || (pausedUntil && quotaLeft !== 0)) && <RetryButton channel={channel} />}
        </>
      ) : (
        <p className="hint">
          开启：在服务器的环境变量里设 <code>{setting}</code>（{example}），重启之后，从那一刻起的新闻开始推送。
        </p>
      )}
    </section>
  );
}
