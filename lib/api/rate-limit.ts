/** How much somebody may ask for, counted in requests a window. */
export type Quota = { name: string; most: number };
type Count = { used: number; endsAt: number };
export type Taken = { isAllowed: boolean; left: number; seconds: number };

export const WINDOW_SECONDS = 60;
export const ANONYMOUS: Quota = { name: "anonymous", most: 60 };
export const PARTNER: Quota = { name: "partner", most: 600 };

/** So many are counted at a time, some 10 MB; beyond that the oldest window is forgotten. */
const MOST_COUNTED = 50_000;

/** Counts requests in fixed windows, in the memory of this process: several instances allow as many times as much. */
export class RateLimits {
  /** In the order in which their windows began, so those that are over stand in front. */
  readonly #counts = new Map<string, Count>();
  constructor(readonly most = MOST_COUNTED) {}

  get size() {
    return this.#counts.size;
  }

  take(key: string, { most }: Quota, cost: number, now: number): Taken {
    let count = this.#counts.get(key);
    if (!count || count.endsAt <= now) {
      this.#counts.delete(key);
      this.#makeRoom(now);
      count = { used: 0, endsAt: now + WINDOW_SECONDS * 1000 };
      this.#counts.set(key, count);
    }
    const isAllowed = count.used + cost <= most;
    if (isAllowed) count.used += cost;
    return { isAllowed, left: most - count.used, seconds: Math.ceil((count.endsAt - now) / 1000) };
  }

  #makeRoom(now: number) {
    for (const [key, { endsAt }] of this.#counts) {
      if (endsAt > now && this.#counts.size < this.most) return;
      this.#counts.delete(key);
    }
  }
}

/** The requests of this process. */
export const requests = new RateLimits();

/** The IETF's header fields (draft-ietf-httpapi-ratelimit-headers), and when to come again. */
export const limitHeaders = ({ name, most }: Quota, { isAllowed, left, seconds }: Taken): Record<string, string> => ({
  "RateLimit-Policy": `"${name}";q=${most};w=${WINDOW_SECONDS}`,
  RateLimit: `"${name}";r=${left};t=${seconds}`,
  ...(isAllowed ? {} : { "Retry-After": String(seconds) }),
});
