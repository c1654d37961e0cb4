const STATUSES = {
  draft: ["st-draft", "草稿"],
  in_review: ["st-review", "待审"],
  scheduled: ["st-sched", "定时"],
  published: ["st-pub", "已发布"],
  withdrawn: ["st-gone", "已撤回"],
  trashed: ["st-gone", "回收站"],
} as const;

export type StatusName = keyof typeof STATUSES;

/** A shape and a word, never colour alone. */
export function Status({ status }: { status: StatusName }) {
  const [shape, word] = STATUSES[status];
  return <span className={`st ${shape}`}>{word}</span>;
}
