import type { Failure } from "@/lib/actions";

/** What keeps the writer from going on. `isUnanswered`: nobody said whether it was done; the same again finds out. */
export type Trouble = Failure & { isUnanswered?: true };

/** @param asked what may have been done or not: `发布`, `保存` */
export const unanswered = (asked: string): Trouble => ({
  ok: false,
  code: "internal",
  message: `服务器没有回答，还不知道“${asked}”做成没有。连上网再试一次就会知道：没做成的补上，做成了的不会再做一遍。`,
  fields: {},
  isUnanswered: true,
});
