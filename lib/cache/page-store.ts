import { type Body, bodyBytes, finishPage, makeBody, type PageEntry, type RawPage, splitTags } from "./page-entry";

/** Where Next's cache handler, which Next loads as a module of its own, finds the store of its process. */
export const STORE_KEY = Symbol.for("finews.page-store");
/** Says to the handler under which key the page server waits for this page; never taken from a client. */
export const PAGE_KEY_HEADER = "x-finews-page-key";

/** Map entries, tags and headers of one entry, roughly. */
const OVERHEAD = 1024;
/** What 404s and redirects may take, so that made-up addresses do not push out pages. */
const MISS_SHARE = 0.05;

class Shelf {
  readonly entries = new Map<string, { entry: PageEntry; bytes: number }>();
  bytes = 0;
  constructor(readonly limit: number) {}
}

type Options = {
  maxBytes: number;
  notFoundHtml?: () => string | undefined;
  onFault?: (key: string, error: unknown) => void;
};

/** Finished pages by key (canonical encoded path), bounded in bytes, least recently used out first. */
export class PageStore {
  readonly #pages: Shelf;
  readonly #misses: Shelf;
  readonly #byTag = new Map<string, Set<string>>();
  /** Renders under way: the clock when they began, and what came of them. */
  readonly #renders = new Map<string, { began: number; entry?: PageEntry }>();
  /** When a tag was last expired; kept only while a render that began before is under way. */
  readonly #expired = new Map<string, number>();
  #allExpired = 0;
  #clock = 0;
  #notFound: { html: string; body: Body } | undefined;

  constructor(readonly options: Options) {
    this.#pages = new Shelf(options.maxBytes * (1 - MISS_SHARE));
    this.#misses = new Shelf(options.maxBytes * MISS_SHARE);
  }

  get bytes() {
    return this.#pages.bytes + this.#misses.bytes;
  }
  get size() {
    return this.#pages.entries.size + this.#misses.entries.size;
  }
  /** Advances with every expiry. */
  get clock() {
    return this.#clock;
  }

  get(key: string): PageEntry | undefined {
    for (const shelf of [this.#pages, this.#misses]) {
      const held = shelf.entries.get(key);
      if (!held) continue;
      shelf.entries.delete(key);
      shelf.entries.set(key, held);
      return held.entry;
    }
    return undefined;
  }

  /** From now on an expiry counts against what this render will bring. */
  beginRender(key: string) {
    this.#renders.set(key, { began: this.#clock });
  }

  /** The page of a render, also when it was too old to be kept. */
  endRender(key: string): PageEntry | undefined {
    const render = this.#renders.get(key);
    this.#renders.delete(key);
    this.#forgetExpiries();
    return render?.entry;
  }

  /** Called by the handler with what Next rendered; only a page that the page server waits for is taken. */
  accept(key: string, raw: RawPage) {
    const render = this.#renders.get(key);
    if (!render) return;
    let entry: PageEntry;
    try {
      entry = finishPage(raw, () => this.#notFoundBody(raw.html));
    } catch (error) {
      this.options.onFault?.(key, error);
      return;
    }
    if (entry.status !== 200) entry.tags.push(...splitTags(`path:${decodeURIComponent(key)}`));
    entry.tags = [...new Set(entry.tags)];
    render.entry = entry;
    const stale =
      this.#allExpired > render.began || entry.tags.some((tag) => (this.#expired.get(tag) ?? 0) > render.began);
    if (!stale) this.#keep(key, entry);
  }

  expireTags(tags: Iterable<string>): number {
    this.#clock++;
    let dropped = 0;
    for (const tag of [...tags].flatMap(splitTags)) {
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
    for (const shelf of [this.#pages, this.#misses]) {
      shelf.entries.clear();
      shelf.bytes = 0;
    }
    this.#byTag.clear();
  }

  /** Counts an entry anew, after a compressed form was added. */
  measure(key: string) {
    for (const shelf of [this.#pages, this.#misses]) {
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
      const entry = finishPage({ html, status: 200, headers: undefined }, () => makeBody(Buffer.from("")));
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
    const shelf = entry.status === 200 || entry.status === 410 ? this.#pages : this.#misses;
    const bytes = this.#bytesOf(key, entry);
    if (bytes > shelf.limit) return;
    shelf.entries.set(key, { entry, bytes });
    shelf.bytes += bytes;
    for (const tag of entry.tags) {
      const keys = this.#byTag.get(tag);
      if (keys) keys.add(key);
      else this.#byTag.set(tag, new Set([key]));
    }
    this.#shrink(shelf);
  }

  #shrink(shelf: Shelf) {
    for (const key of shelf.entries.keys()) {
      if (shelf.bytes <= shelf.limit) return;
      this.#drop(key);
    }
  }

  #drop(key: string) {
    for (const shelf of [this.#pages, this.#misses]) {
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
