/** A merge or split as the list shows it. */
export type ActLine = {
  id: string;
  kind: "merge" | "split";
  subject: "category" | "tag";
  /** Whether it took the address of what it emptied. */
  retires: boolean;
  from: { id: string; name: string };
  to: { id: string; name: string }[];
  articles: number;
  actorName: string;
  createdAt: string;
  isUnderWay: boolean;
  undoneAt: string | null;
  undoneBy: string | null;
};

/** What a merge or split did with one article. */
export type ArticleMove = Pick<
  ActLine,
  "id" | "kind" | "subject" | "actorName" | "undoneBy" | "createdAt" | "undoneAt"
> & {
  from: string;
  to: string[];
};

/** How far the articles of an act are on their way, there or back. */
export type Progress = {
  id: string;
  isBack: boolean;
  isUnderWay: boolean;
  total: number;
  done: number;
  since: string;
};

/** Articles a second, and the seconds that are left; null while too little is known. */
export function paceOf({ total, done, since }: Progress, now: number): { rate: number; left: number } | null {
  const seconds = (now - Date.parse(since)) / 1000;
  if (done === 0 || seconds < 1) return null;
  const rate = done / seconds;
  return { rate: Math.max(1, Math.round(rate)), left: Math.ceil((total - done) / rate) };
}
