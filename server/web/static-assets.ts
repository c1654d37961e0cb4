import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { bodyBytes, encodeBest, makeBody } from "@/lib/cache/page-entry";
import { FAREWELL_WORKER } from "./farewell-worker";
import { makeReply, negotiate, type Reply, sendReply } from "./send-entry";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff2": "font/woff2",
};
const PACKED = new Set([".png", ".jpg", ".webp", ".avif", ".woff2"]);
const MAX_BYTES = 48 * 1024 * 1024;
/** Up to here the best compression is worth its wait (about 0.1 s, once): the first paint waits for such files. */
const SMALL_BYTES = 128 * 1024;

const RULES_PATH = "/speculation-rules.json";
/** What is no reader page, is made for who asks, or is for a reader's program: feeds. */
const NOT_AHEAD = [
  ...["/admin", "/admin/*", "/sign-in", "/sign-in/*", "/setup", "/setup/*", "/api/*", "/search\\?*"],
  ...["/*.xml", "/*.json", "/*.xml\\?*", "/*.json\\?*"],
];
const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [{ href_matches: "/*" }, ...NOT_AHEAD.map((path) => ({ not: { href_matches: path } }))],
      },
      eagerness: "moderate",
    },
  ],
});

function* walk(folder: string, prefix: string): Generator<[string, string]> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* walk(path, `${prefix}${encodeURIComponent(name)}/`);
    else yield [`${prefix}${encodeURIComponent(name)}`, path];
  }
}

/** A file whose address stays while its content changes: asked for anew each time, or an old worker would live on. */
const WORKER_PATH = "/sw.js";

const isHashed = (path: string) => path.startsWith("/_next/static/") || /^\/islands\/.*[.-][\w-]{8,}\.\w+$/.test(path);

function replyOf(path: string, bytes: Buffer, type = TYPES[extname(path).toLowerCase()]): Reply {
  const keeping = isHashed(path) ? CACHE_CONTROL.hashed : CACHE_CONTROL.file;
  const headers = {
    "Content-Type": type ?? "application/octet-stream",
    "Cache-Control": path === WORKER_PATH ? CACHE_CONTROL.fresh : keeping,
    "X-Content-Type-Options": "nosniff",
  };
  return makeReply(200, headers, makeBody(bytes));
}

/** The build's files and those of `public/`, listed at the start, read at first use, kept in memory up to a bound. */
export class StaticAssets {
  readonly #files: Map<string, string>;
  readonly #replies = new Map<string, Reply>();
  #bytes = 0;

  constructor(root: string) {
    this.#files = new Map([
      ...walk(join(root, "public"), "/"),
      ...walk(join(root, ".next/static"), "/_next/static/"),
      [RULES_PATH, ""],
    ]);
    if (!this.#files.has(WORKER_PATH)) {
      this.#files.set(WORKER_PATH, "");
      this.#replies.set(WORKER_PATH, replyOf(WORKER_PATH, Buffer.from(FAREWELL_WORKER)));
    }
    this.#replies.set(
      RULES_PATH,
      replyOf(RULES_PATH, Buffer.from(SPECULATION_RULES), "application/speculationrules+json"),
    );
  }

  /** @returns false when there is no such file */
  send(req: IncomingMessage, res: ServerResponse, url: string): boolean {
    const end = url.indexOf("?");
    const path = end < 0 ? url : url.slice(0, end);
    const file = this.#files.get(path);
    if (file === undefined || (req.method !== "GET" && req.method !== "HEAD")) return false;
    const known = this.#replies.get(path);
    const reply = known ?? this.#read(path, file);
    // Packed formats gain nothing from a second packing.
    const accept = PACKED.has(extname(path).toLowerCase()) ? "identity" : req.headers["accept-encoding"];
    const answer = () => {
      if (!res.destroyed) sendReply(req, res, reply, undefined, accept as string | undefined);
    };
    const isFirst = !known && reply.body.identity.length <= SMALL_BYTES;
    if (isFirst && negotiate(accept as string | undefined) === "br") encodeBest(reply.body).then(answer, answer);
    else answer();
    return true;
  }

  #read(path: string, file: string): Reply {
    const reply = replyOf(path, readFileSync(file));
    // Three times: room for the compressed forms.
    const bytes = bodyBytes(reply.body) * 3;
    if (this.#bytes + bytes <= MAX_BYTES) {
      this.#bytes += bytes;
      this.#replies.set(path, reply);
    }
    return reply;
  }
}
