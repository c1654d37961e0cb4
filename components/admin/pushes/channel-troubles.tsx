import { recentTime, timeSpan } from "@/lib/dates";
import type { ShownChannel } from "@/lib/pushes/loaders";

const OUTCOMES = { told: "部分没收", later: "稍后再推", refused: "拒绝" } as const;

/** What the other side said against it in the last days, the same words once. */
export function Troubles({ troubles, now }: { troubles: ShownChannel["troubles"]; now: Date }) {
  return (
    <ul className="push-lines" aria-label="近 7 日没送达的答复">
      {troubles.map(({ answer, outcome, times, first, last }) => (
        <li key={`${outcome} ${answer}`}>
          <b>{answer}</b>
          <small>
            {OUTCOMES[outcome]}，{times === 1 ? recentTime(last, now) : `${times} 次，${timeSpan(first, last)}`}
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What was refused, so that somebody may look at it. */
export function Refusals({ refusals, refused }: Pick<ShownChannel, "refusals" | "refused">) {
  return (
    <details className="push-refused">
      <summary>被拒绝的 {refused} 个网址</summary>
      <ul className="push-lines">
        {refusals.map(({ path, title, fault }) => (
          <li key={path}>
            <a href={path}>{title ? `《${title}》` : path}</a>
            <small>{fault}</small>
          </li>
        ))}
      </ul>
      {refused > refusals.length && <p className="hint">只列最近 {refusals.length} 个。</p>}
    </details>
  );
}
