import { readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { type Body, bodyBytes, makeBody } from "@/lib/cache/page-entry";
import { sendBody } from "./send-entry";

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

const SPECULATION_RULES = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: "/*" },
          ...["/admin", "/admin/*", "/sign-in", "/sign-in/*", "/setup", "/setup/*", "/api/*"].map((path) => ({
            not: { href_matches: path },
          })),
        ],
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

/** The build's files and those of `public/`, listed at the start, read at first use, kept in memory up to a bound. */
export class StaticAssets {
  readonly #files: Map<string, string>;
  readonly #bodies = new Map<string, Body>([["/speculation-rules.json", makeBody(Buffer.from(SPECULATION_RULES))]]);
  #bytes = 0;

  constructor(root: string) {
    this.#files = new Map([
      ...walk(join(root, "public"), "/"),
      ...walk(join(root, ".next/static"), "/_next/static/"),
      ["/speculation-rules.json", ""],
    ]);
  }

  /** @returns false when there is no such file */
  send(req: IncomingMessage, res: ServerResponse, url: string): boolean {
    const end = url.indexOf("?");
    const path = end < 0 ? url : url.slice(0, end);
    const file = this.#files.get(path);
    if (file === undefined || (req.method !== "GET" && req.method !== "HEAD")) return false;
    let body = this.#bodies.get(path);
    if (!body) {
      body = makeBody(readFileSync(file));
      // Three times: room for the compressed forms.
      const bytes = bodyBytes(body) * 3;
      if (this.#bytes + bytes <= MAX_BYTES) {
        this.#bytes += bytes;
        this.#bodies.set(path, body);
      }
    }
    const extension = extname(path).toLowerCase();
    const hashed = path.startsWith("/_next/static/") || /^\/islands\/.*[.-][\w-]{8,}\.\w+$/.test(path);
    const headers = {
      "Content-Type":
        path === "/speculation-rules.json"
          ? "application/speculationrules+json"
          : (TYPES[extension] ?? "application/octet-stream"),
      "Cache-Control": hashed ? "public, max-age=31536000, immutable" : "public, max-age=3600",
      "X-Content-Type-Options": "nosniff",
    };
    // Packed formats gain nothing from a second packing.
    const asked = PACKED.has(extension) ? withoutEncoding(req) : req;
    sendBody(asked, res, { status: 200, headers, body });
    return true;
  }
}

function withoutEncoding(req: IncomingMessage): IncomingMessage {
  delete req.headers["accept-encoding"];
  return req;
}
