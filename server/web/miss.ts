import { type IncomingHttpHeaders, request } from "node:http";
import { type PageEntry, PICTURE_TYPE, type RawPage } from "@/lib/cache/page-entry";
import type { PageStore } from "@/lib/cache/page-store";
import type { Timing } from "@/lib/cache/tag-page";
import { FEED_TYPES } from "@/lib/feeds/types";
import { type Answer, followWays } from "@/lib/redirects/follow";
import type { Ways } from "@/lib/redirects/way-queries";
import { PAGE_KEY_HEADER } from "./next-app";

/** A finished page, or what Next answered when it rendered none (an error, a file of its own). */
export type Rendered = ({ entry: PageEntry; response?: undefined } | { entry?: undefined; response: Response }) & {
  /** Of a render that noted it. */
  timing?: Timing;
};
type Response = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Where an address may lead under which nothing stands (lib/redirects/way-queries.ts). Takes the decoded path. */
export type FindWays = (decodedPath: string) => Promise<Ways>;

type Flight = { clock: number; done: Promise<Rendered> };
type Origin = { host: string; proto: string };

const RENDER_TIMEOUT = 30_000;
/** Next has more to do than it can. */
export class TooSlow extends Error {}

/** What is kept beside pages, as it is: feeds, sitemaps, robots.txt, share images. */
const FILES: readonly string[] = [...Object.values(FEED_TYPES), "application/xml", "text/plain", PICTURE_TYPE];

/** Next's answer as a page or such a file, or that there is no feed; nothing when it is another file or data. */
function rawPage({ status, headers, body }: Response): RawPage | undefined {
  const { location, "content-type": contentType = "" } = headers;
  const page = { html: body.toString(), status, location };
  if (location !== undefined || contentType.startsWith("text/html")) return page;
  const type = contentType.split(";")[0]!;
  const isKept = status === 200 ? FILES.includes(type) : status === 404 && type === "text/plain";
  return isKept ? { ...page, contentType, bytes: body } : undefined;
}

/** Asks Next for pages that the store does not have, each only once at a time. */
export class Misses {
  readonly #flights = new Map<string, Flight>();
  constructor(
    readonly store: PageStore,
    readonly socketPath: string,
    readonly origin: Origin,
    readonly findWays?: FindWays,
  ) {}

  /**
   * Does not depend on the client that asked: one that goes away ends nothing.
   * @param isKept false: only who asks at this moment gets the page
   * @param asked what it is asked for beside its address; then the key must be no other request's
   */
  async render(key: string, isKept = true, asked?: unknown): Promise<Rendered> {
    for (;;) {
      const flight = this.#flights.get(key);
      if (!flight) break;
      if (flight.clock === this.store.clock) return flight.done;
      // Something was expired since that render began, so it may be of old data for who asks now.
      await flight.done.catch(() => {});
      const entry = this.store.get(key);
      if (entry) return { entry };
    }
    const done = this.#fetch(key, isKept, asked).finally(() => this.#flights.delete(key));
    this.#flights.set(key, { clock: this.store.clock, done });
    return done;
  }

  async #fetch(key: string, isKept: boolean, asked?: unknown): Promise<Rendered> {
    this.store.beginRender(key, asked);
    try {
      const response = await this.#get(key);
      const to = isKept ? await this.#wayOn(key, response) : null;
      const raw = to === null ? rawPage(response) : { html: "", status: 308, location: to };
      const timing = this.store.notesOf(key)?.timing;
      const entry = this.store.endRender(key, raw, isKept);
      return entry ? { entry, timing } : { response, timing };
    } catch (error) {
      this.store.endRender(key);
      throw error;
    }
  }

  /**
   * Where a reader is sent from an address under which nothing stands, or from one that moved: to the end, at once.
   * @returns null when the answer is right as it is
   */
  async #wayOn(key: string, { status: answered, headers }: Response): Promise<string | null> {
    const notes = this.store.notesOf(key);
    const status = answered === 200 ? (notes?.status ?? 200) : answered;
    const { location } = headers;
    if (!this.findWays || !notes || (status !== 404 && !location?.startsWith("/"))) return null;
    const follow = async (ways: readonly string[]) => {
      const found = await followWays(ways, (path) => this.#answerOf(path));
      for (const tag of found.tags) notes.tags.add(tag);
      return found.to;
    };
    const moved = location ? await follow([location]) : null;
    if (moved !== null) return moved;
    const { to, tags } = await this.findWays(decodeURIComponent(key));
    for (const tag of tags) notes.tags.add(tag);
    return follow(to);
  }

  /** What stands at an address; asked beside the reader who may be asking for it, so that neither waits for the other. */
  async #answerOf(path: string): Promise<Answer> {
    const { entry, response } = await (this.store.get(path)
      ? { entry: this.store.get(path), response: undefined }
      : this.render(`${path}?`, false));
    if (entry) return entry;
    return { status: response!.status, tags: [] };
  }

  #get(key: string) {
    return new Promise<Response>((resolve, reject) => {
      const outgoing = request(
        {
          socketPath: this.socketPath,
          path: key,
          timeout: RENDER_TIMEOUT,
          headers: {
            host: this.origin.host,
            accept: "text/html",
            "x-forwarded-host": this.origin.host,
            "x-forwarded-proto": this.origin.proto,
            [PAGE_KEY_HEADER]: key,
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
          incoming.once("error", reject);
          incoming.once("end", () =>
            resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      outgoing.once("timeout", () => outgoing.destroy(new TooSlow(`Next did not answer ${key} in time`)));
      outgoing.once("error", reject);
      outgoing.end();
    });
  }
}
