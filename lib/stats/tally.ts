/** Different addresses that are counted one by one between two writes; what comes on top is only in the total. */
const MOST_PAGES = 20_000;
const MOST_OTHERS = 2000;

export type Counts = {
  /** Views of all pages. */
  total: number;
  /** By the page's key: its canonical, encoded path. */
  pages: Map<string, number>;
  /** 404s. */
  missing: Map<string, number>;
  /** Redirects that were followed. */
  followed: Map<string, number>;
};

const empty = (): Counts => ({ total: 0, pages: new Map(), missing: new Map(), followed: new Map() });

function add(map: Map<string, number>, key: string, by: number, most: number) {
  const had = map.get(key);
  if (had !== undefined) map.set(key, had + by);
  else if (map.size < most) map.set(key, by);
}

/** What was asked for since the last write. Bounded, whatever addresses are made up. */
export class Tally {
  #counts = empty();

  get isEmpty() {
    const { total, missing, followed } = this.#counts;
    return total === 0 && missing.size === 0 && followed.size === 0;
  }

  count(key: string, status: number) {
    const counts = this.#counts;
    if (status === 200) {
      counts.total++;
      add(counts.pages, key, 1, MOST_PAGES);
    } else if (status === 404) add(counts.missing, key, 1, MOST_OTHERS);
    else if (status === 308) add(counts.followed, key, 1, MOST_OTHERS);
  }

  /** Hands over what was counted and begins anew. */
  take(): Counts {
    const counts = this.#counts;
    this.#counts = empty();
    return counts;
  }

  /** Takes back what could not be written. */
  putBack(counts: Counts) {
    this.#counts.total += counts.total;
    for (const [key, n] of counts.pages) add(this.#counts.pages, key, n, MOST_PAGES);
    for (const [key, n] of counts.missing) add(this.#counts.missing, key, n, MOST_OTHERS);
    for (const [key, n] of counts.followed) add(this.#counts.followed, key, n, MOST_OTHERS);
  }
}
