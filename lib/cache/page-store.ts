import { type Body, bodyBytes, finishPage, makeBody, type PageEntry, PICTURE_TYPE, type RawPage } from "./page-entry";
import type { PageNotes } from "./tag-page";

/** Where actions, which Next loads as modules of their own, find the store of their process. */
const STORE_KEY = Symbol.for("finews.page-store");
/** Map entries, tags and headers of one entry, roughly. */
const OVERHEAD = 1024;
/** What 404s and redirects may take, so that made-up addresses do not push out pages. */
const MISS_SHARE = 0.05;
/** What share images may take: crawlers ask for one a page, which is larger than the page. */
const PICTURE_SHARE = 0.1;

/** `used`: asked for since it was last passed over for eviction. */
type Held = { entry: PageEntry; bytes: number; used: boolean };

class Shelf {
  readonly entries = new Map<string, Held>();
  bytes = 0;
  constructor(readonly limit: number) {}
}

type Options = {
  maxBytes: number;
  notFoundHtml?: () => string | undefined;
  /** Whether each render notes what the database did for it. */
  isTimed?: boolean;
  onFault?: (key: string, error: unknown) => void;
  /** Hears of each expiry before anybody is answered; without tags, everything is meant. */
  onExpire?: (tags?: readonly string[]) => void;
};

/**
 * Finished pages by key (canonical encoded path), bounded in bytes. Out goes the oldest that was not asked for since its
 * last turn (second chance, the CLOCK algorithm of Corbató 1968): like least-recently-used, without writing at each hit.
 */
export class PageStore {
  readonly #pages: Shelf;
  readonly #misses: Shelf;
  readonly #pictures: Shelf;
  readonly #shelves: Shelf[];
  readonly #byTag = new Map<string, Set<string>>();
  /** Renders under way: the clock when they began, and what the page said of itself since. */
  readonly #renders = new Map<string, { began: number; notes: PageNotes }>();
  /** When a tag was last expired; kept only while a render that began before is under way. */
  readonly #expired = new Map<string, number>();
  #allExpired = 0;
  #clock = 0;
  #notFound: { html: string; body: Body } | undefined;

  constructor(readonly options: Options) {
    this.#pages = new Shelf(options.maxBytes * (1 - MISS_SHARE - PICTURE_SHARE));
    this.#misses = new Shelf(options.maxBytes * MISS_SHARE);
    this.#pictures = new Shelf(options.maxBytes * PICTURE_SHARE);
    this.#shelves = [this.#pages, this.#misses, this.#pictures];
  }

  get bytes() {
    return this.#shelves.reduce((sum, { bytes }) => sum + bytes, 0);
  }
  get size() {
    return this.#shelves.reduce((sum, { entries }) => sum + entries.size, 0);
  }
  /** Advances with every expiry. */
  get clock() {
    return this.#clock;
  }

  get(key: string): PageEntry | undefined {
    const held = this.#pages.entries.get(key) ?? this.#misses.entries.get(key) ?? this.#pictures.entries.get(key);
    if (!held) return undefined;
    held.used = true;
    const { entry } = held;
    if (entry.until === undefined || entry.until > Date.now()) return entry;
    this.#drop(key);
    return undefined;
  }

  /**
   * From now on an expiry counts against what this render will bring.
   * @param asked what the page is asked for beside its address
   */
  beginRender(key: string, asked?: unknown) {
    this.#renders.set(key, {
      began: this.#clock,
      notes: { tags: new Set(), asked, ...(this.options.isTimed && { timing: { statements: 0, databaseMs: 0 } }) },
    });
  }

  /** Where the page that is rendered under this key writes its notes; nothing when nobody waits for it. */
  notesOf(key: string): PageNotes | undefined {
    return this.#renders.get(key)?.notes;
  }

  /**
   * Finishes the page of a render and keeps it, unless something on it was expired since the render began.
   * @param raw what Next rendered; nothing when it did not render a page
   * @param isKept whether others are to get it too
   * @returns the page, also when it is too old to be kept; nothing when there is none or a faulty one
   */
  endRender(key: string, raw?: RawPage, isKept = true): PageEntry | undefined {
    const render = this.#renders.get(key);
    this.#renders.delete(key);
    const entry = render && raw && raw.status < 500 ? this.#finish(key, raw, render.notes) : undefined;
    if (isKept && render && entry && !this.#isStale(entry, render.began)) this.#keep(key, entry);
    this.#forgetExpiries();
    return entry;
  }

  #finish(key: string, raw: RawPage, notes: PageNotes): PageEntry | undefined {
    try {
      const entry = finishPage(raw, notes, () => this.#notFoundBody(raw.html));
      const own = entry.status === 200 ? [] : [`path:${decodeURIComponent(key)}`];
      return { ...entry, until: notes.until, tags: [...new Set([...entry.tags, ...own])] };
    } catch (error) {
      this.options.onFault?.(key, error);
      return undefined;
    }
  }

  #isStale(entry: PageEntry, began: number) {
    return this.#allExpired > began || entry.tags.some((tag) => (this.#expired.get(tag) ?? 0) > began);
  }

  expireTags(expired: Iterable<string>): number {
    const tags = [...expired];
    this.#clock++;
    this.options.onExpire?.(tags);
    let dropped = 0;
    for (const tag of tags) {
      if (this.#renders.size > 0) this.#expired.set(tag, this.#clock);
      for (const key of [...(this.#byTag.get(tag) ?? [])]) {
        this.#drop(key);
        dropped++;
      }
    }
    return dropped;
  }

  expireAll() {
    this.#allExpired = ++this.#clock;
    this.options.onExpire?.();
    for (const shelf of this.#shelves) {
      shelf.entries.clear();
      shelf.bytes = 0;
    }
    this.#byTag.clear();
  }

  /** Counts an entry anew, after a compressed form was added. */
  measure(key: string) {
    for (const shelf of this.#shelves) {
      const held = shelf.entries.get(key);
      if (!held) continue;
      const bytes = this.#bytesOf(key, held.entry);
      shelf.bytes += bytes - held.bytes;
      held.bytes = bytes;
      this.#shrink(shelf);
    }
  }

  #notFoundBody(fallback: string): Body {
    const html = this.options.notFoundHtml?.() ?? fallback;
    if (this.#notFound?.html !== html) {
      const entry = finishPage({ html, status: 200 }, { tags: new Set() }, () => makeBody(Buffer.from("")));
      this.#notFound = { html, body: entry.body };
    }
    return this.#notFound.body;
  }

  #bytesOf(key: string, entry: PageEntry) {
    const tags = entry.tags.reduce((sum, tag) => sum + tag.length + 80, 0);
    // All 404s share one body.
    return OVERHEAD + key.length * 2 + tags + (entry.body === this.#notFound?.body ? 0 : bodyBytes(entry.body));
  }

  #keep(key: string, entry: PageEntry) {
    this.#drop(key);
    const isWhole = entry.status === 200 || entry.status === 410;
    const shelf = entry.contentType === PICTURE_TYPE ? this.#pictures : isWhole ? this.#pages : this.#misses;
    const bytes = this.#bytesOf(key, entry);
    if (bytes > shelf.limit) return;
    shelf.entries.set(key, { entry, bytes, used: false });
    shelf.bytes += bytes;
    for (const tag of entry.tags) {
      const keys = this.#byTag.get(tag);
      if (keys) keys.add(key);
      else this.#byTag.set(tag, new Set([key]));
    }
    this.#shrink(shelf);
  }

  #shrink(shelf: Shelf) {
    // What gets its second chance goes to the end of the map, where this loop meets it again.
    for (const [key, held] of shelf.entries) {
      if (shelf.bytes <= shelf.limit) return;
      if (held.used) {
        held.used = false;
        shelf.entries.delete(key);
        shelf.entries.set(key, held);
      } else this.#drop(key);
    }
  }

  #drop(key: string) {
    for (const shelf of this.#shelves) {
      const held = shelf.entries.get(key);
      if (!held) continue;
      shelf.entries.delete(key);
      shelf.bytes -= held.bytes;
      for (const tag of held.entry.tags) {
        const keys = this.#byTag.get(tag);
        keys?.delete(key);
        if (keys?.size === 0) this.#byTag.delete(tag);
      }
    }
  }

  #forgetExpiries() {
    if (this.#renders.size === 0) return this.#expired.clear();
    if (this.#expired.size < 10_000) return;
    const oldest = Math.min(...[...this.#renders.values()].map((render) => render.began));
    for (const [tag, at] of this.#expired) if (at <= oldest) this.#expired.delete(tag);
  }
}

export const registeredStore = () => (globalThis as { [STORE_KEY]?: PageStore })[STORE_KEY];
export function registerStore(store: PageStore | undefined) {
  (globalThis as { [STORE_KEY]?: PageStore })[STORE_KEY] = store;
}
