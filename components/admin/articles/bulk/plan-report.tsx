"use client";

import type { Plan } from "@/lib/bulk/report";
import { type Act, BULK_LIMIT } from "@/lib/bulk/validation";
import { ACT_WORDS } from "./act-words";

type Props = { act: Act; plan: Plan | null; isCurrent: boolean };

const sum = (plan: Plan) => plan.refused.reduce((all, { count }) => all + count, 0);

/** How many change, how many do not, and why. */
export function PlanReport({ act, plan, isCurrent }: Props) {
  return (
    <div className="plan" aria-busy={!isCurrent}>
      <p role="status">
        {plan ? (
          <>
            将{ACT_WORDS[act].confirm} <b className="num">{plan.ready.length}</b> 篇
            {plan.scheduled > 0 && `（其中 ${plan.scheduled} 篇是定时稿，会立即发布）`}
            {sum(plan) > 0 ? `，另有 ${sum(plan)} 篇不会改动：` : "。"}
          </>
        ) : (
          "正在逐篇核对…"
        )}
      </p>
      {plan?.isCut && (
        <p className="hint">
          符合条件的不止 {BULK_LIMIT} 篇，这次处理排在最前的 {BULK_LIMIT} 篇。
        </p>
      )}
      {plan && plan.refused.length > 0 && (
        <ul>
          {plan.refused.map(({ reason, count, examples }) => (
            <li key={reason}>
              <b>
                {reason}：{count} 篇
              </b>
              {examples.length > 0 && (
                <small>
                  {examples.map(({ title }) => `《${title}》`).join("")}
                  {count > examples.length && "等"}
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
