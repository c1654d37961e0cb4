import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { CACHE_CONTROL, cachingOf } from "@/lib/cache/cache-control";
import { namesEtag, weakEtag } from "@/lib/cache/etag";
import type { Encoding } from "@/lib/cache/page-entry";
import type { Db } from "@/lib/db/client";
import { sentWith } from "@/lib/indexing/policy";
import { log } from "@/lib/log";
import { SITEMAP_TYPE } from "@/lib/sitemaps/answer";
import { findPart, type SitemapPart } from "@/lib/sitemaps/parts";
import { URLSET_END, URLSET_START, writeUrls } from "@/lib/sitemaps/xml";
import { negotiate } from "./send-entry";

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN } = constants;
/** A small window: addresses repeat at once, and a crawler that reads slowly holds less memory. */
const BROTLI = { params: { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_LGWIN]: 18 } };

const packers: Partial<Record<Encoding, () => Transform>> = {
  br: () => createBrotliCompress(BROTLI),
  gzip: () => createGzip({ level: 6 }),
};

/**
 * Sends the parts of the sitemap. A month of a large archive is megabytes that a crawler asks for once in a while, so it is
 * read and written as it is sent, and kept nowhere; what is told before it is read is whether it changed.
 */
export class SitemapDoor {
  constructor(
    readonly db: Db,
    readonly siteUrl: string,
  ) {}

  /** @returns false when there is no such part */
  async answer(req: IncomingMessage, res: ServerResponse, name: string): Promise<boolean> {
    try {
      const part = await findPart(this.db, name);
      if (part) await this.#send(req, res, part);
      return part !== null;
    } catch (error) {
      if (!res.destroyed) log.error({ error, name }, "a sitemap could not be sent");
      if (res.headersSent) res.destroy();
      else res.writeHead(503, { "Retry-After": 60, "Cache-Control": CACHE_CONTROL.never, "Content-Length": 0 }).end();
      return true;
    }
  }

  async #send(req: IncomingMessage, res: ServerResponse, part: SitemapPart) {
    const etag = weakEtag(`${this.siteUrl} ${part.mark}`);
    const headers: Record<string, string> = {
      ...{ ...cachingOf(200), "X-Content-Type-Options": "nosniff" },
      ...sentWith("data").headers,
      ...{ ETag: etag, Vary: "Accept-Encoding" },
    };
    if (namesEtag(req.headers["if-none-match"] ?? "", etag)) return void res.writeHead(304, headers).end();
    const encoding = negotiate(req.headers["accept-encoding"] as string | undefined);
    headers["Content-Type"] = SITEMAP_TYPE;
    if (encoding !== "identity") headers["Content-Encoding"] = encoding;
    res.writeHead(200, headers);
    if (req.method === "HEAD") return void res.end();
    const text = Readable.from(this.#write(part), { objectMode: false });
    const packer = packers[encoding]?.();
    await (packer ? pipeline(text, packer, res) : pipeline(text, res));
  }

  async *#write(part: SitemapPart) {
    yield Buffer.from(URLSET_START);
    for await (const entries of part.read()) yield Buffer.from(writeUrls(this.siteUrl, entries));
    yield Buffer.from(URLSET_END);
  }
}
