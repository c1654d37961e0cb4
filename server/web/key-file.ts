import type { IncomingMessage, ServerResponse } from "node:http";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { keyFilePath } from "@/lib/pushes/indexnow";

/** The file by which the site proves to search engines that a key of IndexNow is its own; nothing where none is set. */
export class KeyFile {
  readonly #path: string | undefined;
  readonly #body: Buffer;

  constructor(key: string | undefined) {
    this.#path = key && keyFilePath(key);
    this.#body = Buffer.from(key ?? "");
  }

  /** @returns false when the address is another's */
  answer(req: IncomingMessage, res: ServerResponse, url: string): boolean {
    if (this.#path === undefined || !url.startsWith(this.#path)) return false;
    if (url.length > this.#path.length && url[this.#path.length] !== "?") return false;
    if (req.method !== "GET" && req.method !== "HEAD") return false;
    res.writeHead(200, {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Length": this.#body.length,
      "Cache-Control": CACHE_CONTROL.file,
      "X-Content-Type-Options": "nosniff",
    });
    res.end(req.method === "HEAD" ? undefined : this.#body);
    return true;
  }
}
