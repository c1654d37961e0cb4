"use client";

import { Field } from "@/components/ui/field";
import { describeTime, quickTimes, readTime, writeTime } from "@/lib/articles/publish-time";
import { TOO_FAR, tooFarAhead } from "@/lib/articles/validation";

export type TimeState = { mode: "now" | "at"; text: string };

/** The time that the state means: null for now, a fault where it means none. */
export function timeOf({ mode, text }: TimeState, now: Date): { at: Date | null; fault?: string } {
  if (mode === "now") return { at: null };
  const at = readTime(text, now);
  if (!at) return { at: null, fault: "时间应如 2026-11-24 09:20" };
  return tooFarAhead(at, now) ? { at: null, fault: TOO_FAR } : { at };
}

type Props = {
  value: TimeState;
  now: Date;
  /** A withdrawn story comes back under its first time. */
  first: string | null;
  /** Said only after someone tried to publish. */
  fault: string | undefined;
  onChange: (value: TimeState) => void;
};

export function TimeChoice({ value, now, first, fault, onChange }: Props) {
  const { at } = timeOf(value, now);
  const quick = quickTimes(now);
  const guess = quick.find(({ note }) => note)?.note;
  const pick = (time: Date) => onChange({ mode: "at", text: writeTime(time) });
  return (
    <section aria-labelledby="publish-time">
      <h3 id="publish-time">
        时间 <span>北京时间</span>
      </h3>
      <fieldset className="modes">
        <legend className="sr">什么时候发布</legend>
        {(["now", "at"] as const).map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name="publish-mode"
              checked={value.mode === mode}
              onChange={() => onChange({ mode, text: value.text || writeTime(quick[0]!.at) })}
            />
            {mode === "at" ? "定时" : first ? "原来的时间" : "现在"}
          </label>
        ))}
      </fieldset>
      {value.mode === "now" && first && <p className="hint">{writeTime(first)}，排在原来的位置。</p>}
      {value.mode === "at" && (
        <>
          <Field name="publish-at" label="发布时间" note="如 2026-11-24 09:20、明天 8:00" fault={fault}>
            {(control) => (
              <input
                {...control}
                className="when"
                value={value.text}
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => onChange({ mode: "at", text: target.value })}
              />
            )}
          </Field>
          <p className="hint" role="status">
            {at ? describeTime(at, now) : ""}
            {at && at < now ? "。已经过去，作为补发排在那个时间。" : ""}
          </p>
        </>
      )}
      <div className="quick">
        {quick.map(({ name, at: time, note }) => (
          <button
            key={name}
            type="button"
            className="btn"
            aria-describedby={note && "publish-quick-note"}
            aria-pressed={value.mode === "at" && at?.getTime() === time.getTime()}
            onClick={() => pick(time)}
          >
            {name}
          </button>
        ))}
      </div>
      {guess && (
        <p className="hint" id="publish-quick-note">
          {guess}
        </p>
      )}
    </section>
  );
}
