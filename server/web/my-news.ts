import type { IncomingMessage, ServerResponse } from "node:http";
import { addressOf, network } from "@/lib/auth/address";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { makeBody } from "@/lib/cache/page-entry";
import { newsInput } from "@/lib/follows/validation";
import { log } from "@/lib/log";
import { myNewsPath } from "@/lib/urls";
import type { Misses } from "./miss";
import { makeReply, READER_HEADERS, sendReply } from "./send-entry";

/** 150 addresses of the longest kind. */
const MAX_BYTES = 48 * 1024;
const MOST_A_MINUTE = 120;
const MOST_NETWORKS = 20_000;
const MINUTE_MS = 60_000;

/** What stands between `<main …>` and `</main>`. */
function mainOf(html: Buffer): Buffer {
  const start = html.indexOf(">", html.indexOf("<main")) + 1;
  return html.subarray(start, html.lastIndexOf("</main>"));
}

/** @returns null when it is larger than any list can be */
async function readBody(req: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req) {
    bytes += (chunk as Buffer).length;
    if (bytes > MAX_BYTES) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The news of what a reader follows. Their list comes in the body of a POST, goes to the page beside its address, and is
 * written nowhere: not in a log, a cache or the database.
 */
export class NewsDoor {
  #asked = 0;
  #minute = 0;
  /** How often each network asked in this minute. */
  readonly #counts = new Map<string, number>();

  constructor(readonly misses: Misses) {}

  /** @param req whose forwarded address was settled */
  async answer(req: IncomingMessage, res: ServerResponse) {
    const send = (status: number, type: "html" | "plain", body: Buffer | string, more: Record<string, string> = {}) => {
      if (res.destroyed) return;
      const headers = { "Content-Type": `text/${type}; charset=utf-8`, ...READER_HEADERS, ...more };
      const reply = makeReply(
        status,
        { ...headers, "Cache-Control": CACHE_CONTROL.never },
        makeBody(Buffer.from(body)),
      );
      sendReply(req, res, reply);
    };
    try {
      if (!this.#allows(req)) return send(429, "plain", "问得太频繁了，请过一分钟再试。", { "Retry-After": "60" });
      const text = await readBody(req);
      if (text === null) return send(413, "plain", "名单太长了。", { Connection: "close" });
      const asked = parse(text);
      const input = newsInput.safeParse(asked);
      if (!input.success) return send(400, "plain", `${input.error.issues[0]?.message ?? "名单不对"}。`);
      const { entry } = await this.misses.render(`${myNewsPath}?${++this.#asked}`, false, asked);
      if (entry?.status === 200) return send(200, "html", mainOf(entry.body.identity));
      send(502, "plain", "暂时取不到自选的消息，请稍后再试。");
    } catch (error) {
      log.error({ error: String(error) }, "the news of what is followed could not be made");
      send(502, "plain", "暂时取不到自选的消息，请稍后再试。");
    }
  }

  #allows({ headers }: IncomingMessage) {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    if (minute !== this.#minute || this.#counts.size > MOST_NETWORKS) this.#counts.clear();
    this.#minute = minute;
    const who = network(addressOf(headers["x-forwarded-for"] as string | undefined));
    const count = (this.#counts.get(who) ?? 0) + 1;
    this.#counts.set(who, count);
    return count <= MOST_A_MINUTE;
  }
}
