import type { Answer } from "@/lib/pushes/post";

const LONGEST_ANSWER = 300;

/**
 * What became of the addresses of one request.
 * `told`: all of them but the refused. `later`: none, and all shall be sent again, after `pauseMs` if the other side
 * named a time, or at once with fewer of them (`smaller`). `tomorrow`: none, today's quota is used up. `refused`: none,
 * and sending again would not help; `forUs`: whatever is sent, so that the next ones wait as well.
 */
export type Verdict = { answer: string } & (
  | { outcome: "told"; refused?: Map<string, string>; quotaLeft?: number }
  | { outcome: "later"; pauseMs: number | null; smaller?: boolean }
  | { outcome: "tomorrow" }
  | { outcome: "refused"; forUs: boolean }
);

/** One line for the operator. */
export const sayAnswer = ({ status, text }: Answer) =>
  (status === null ? text : `${status} ${text.replace(/<[^>]*>/g, " ")}`)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_ANSWER);

/** How any of them is read by its status: trouble that passes, or a refusal that stays. */
export function judge(answer: Answer): Verdict {
  const { status, retryAfterMs } = answer;
  const said = sayAnswer(answer);
  if (status === null || status === 408 || status === 425 || status === 429 || status >= 500)
    return { outcome: "later", answer: said, pauseMs: retryAfterMs };
  if (status >= 200 && status < 300) return { outcome: "told", answer: said };
  return { outcome: "refused", answer: said, forUs: status === 401 || status === 403 };
}
