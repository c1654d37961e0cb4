/** How far a look at stored articles is; `total` null: not counted yet. */
export type RelinkProgress = {
  id: string;
  symbol: string | null;
  name: string | null;
  total: number | null;
  done: number;
  changed: number;
  by: string;
  createdAt: string;
  /** How long it has been going on. */
  seconds: number;
  isUnderWay: boolean;
};

/** Articles a second so far, and the seconds that the rest takes at that pace; null while nothing can be said. */
export function paceOf({ total, done, seconds }: RelinkProgress): { rate: number; left: number } | null {
  if (!total || done === 0 || seconds <= 0) return null;
  const rate = done / seconds;
  return { rate: Math.max(1, Math.round(rate)), left: Math.ceil((total - done) / rate) };
}
