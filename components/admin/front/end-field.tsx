"use client";

import { describeTime } from "@/lib/articles/publish-time";
import { quickEnds, sayEnd } from "@/lib/front/ends";
import { type End, NO_END, quickEnd, timeOfEnd } from "./end";

type Props = {
  id: string;
  /** Of what it is the end. */
  label: string;
  end: End;
  now: Date;
  /** The latest end that may be chosen; absent: there need not be one. */
  within?: number;
  fault?: string | undefined;
  onChange: (end: End) => void;
};

/** When something ends: one of the usual times, or one that is typed, in Beijing time. */
export function EndField({ id, label, end, now, within, fault, onChange }: Props) {
  const { at, fault: own } = timeOfEnd(end, now);
  const shownFault = fault ?? (end.key === "at" && end.text === "" ? undefined : own);
  const quick = quickEnds(now).filter((one) => !within || one.at.getTime() - now.getTime() <= within);
  // Chosen a while ago it is not the same moment any more, so it says which one it is.
  const chosen = at && end.key !== "at" ? sayEnd(at, now) : null;
  const choose = (key: string) =>
    onChange(key === "none" ? NO_END : key === "at" ? { key, text: end.text } : quickEnd(key, now));
  return (
    <div className="end">
      <label className="sr" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        data-part="end"
        value={end.key}
        aria-invalid={shownFault && end.key !== "at" ? true : undefined}
        aria-describedby={shownFault ? `${id}-fault` : undefined}
        onChange={({ target }) => choose(target.value)}
      >
        {!within && <option value="none">不限时</option>}
        {end.key === "kept" && <option value="kept">至 {chosen}</option>}
        {quick.map(({ key, name, at: time }) => (
          <option key={key} value={key}>
            {key !== end.key ? name : chosen === name ? `至 ${name}` : `至 ${chosen}`}
            {key !== end.key && key === "hours" && `（${sayEnd(time, now)}）`}
          </option>
        ))}
        <option value="at">自选时间…</option>
      </select>
      {end.key === "at" && (
        <>
          <input
            aria-label={`${label}，北京时间`}
            className="when"
            placeholder="如 2026-11-24 09:20、明天 8:00"
            value={end.text}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={shownFault ? true : undefined}
            aria-describedby={shownFault ? `${id}-fault` : undefined}
            onChange={({ target }) => onChange({ key: "at", text: target.value })}
          />
          {!shownFault && at && <span className="hint">{describeTime(new Date(at), now)}</span>}
        </>
      )}
      {shownFault && (
        <span className="fault" id={`${id}-fault`}>
          {shownFault}
        </span>
      )}
    </div>
  );
}
