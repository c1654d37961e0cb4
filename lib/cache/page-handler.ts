import type { RawPage } from "./page-entry";
import { PAGE_KEY_HEADER, registeredStore } from "./page-store";

type Value = { kind: string } & Partial<RawPage>;
type Context = { _requestHeaders?: Record<string, string | string[] | undefined> };
type Kept = { value: Value; lastModified: number };

/** Pages of a plain `next start`, where there is no page server: the last few hundred. */
const plain = new Map<string, Kept>();

/**
 * Next's `cacheHandler` (next.config.ts). Hands each page that the page server asked for to the store of this process,
 * and every expiry. Next itself never reads: it is asked only for what the store does not have. Data is not cached at
 * all, pages are cached whole. Nothing is written to disk.
 */
export default class PageHandler {
  readonly #key: string | undefined;

  /** Next makes one a request. */
  constructor(context?: Context) {
    const key = context?._requestHeaders?.[PAGE_KEY_HEADER];
    this.#key = typeof key === "string" ? key : undefined;
  }

  async get(key: string): Promise<Kept | null> {
    return registeredStore() ? null : (plain.get(key) ?? null);
  }

  async set(key: string, value: Value | null) {
    if (value?.kind !== "APP_PAGE" || typeof value.html !== "string") return;
    const store = registeredStore();
    if (store) {
      if (this.#key) store.accept(this.#key, { html: value.html, status: value.status, headers: value.headers });
      return;
    }
    plain.set(key, { value, lastModified: Date.now() });
    if (plain.size > 500) plain.delete(plain.keys().next().value!);
  }

  async revalidateTag(tags: string | string[]) {
    registeredStore()?.expireTags([tags].flat());
    plain.clear();
  }

  resetRequestCache() {}
}
