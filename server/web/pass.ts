import type { IncomingMessage, ServerResponse } from "node:http";
import { Problem } from "@/lib/api/problem";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { type PageNotes, withNotes } from "@/lib/cache/tag-page";
import { log } from "@/lib/log";
import type { NextApp } from "./next-app";
import { NOTICES, sendNotice } from "./notice";
import { isPacked } from "./packed";
import { newTiming, timingHeader } from "./timing";

const OWN_VARY = new Set(["accept-encoding", "authorization"]);

const isDocument = ({ headers }: IncomingMessage) => String(headers.accept ?? "").includes("text/html");
const isDesk = (url = "") => /^\/(?:admin|sign-in|setup|access)(?:[/?]|$)/.test(url);

const isPrivate = (url = "") =>
  isDesk(url) || /^\/api\/(?:admin|auth)\//.test(url) || /^\/(?:preview|reports)\//.test(url);

/** The database is away: a page says so to people, a word to programs. Both may ask again. */
export function sendAway(req: IncomingMessage, res: ServerResponse) {
  if (isDocument(req)) return sendNotice(req, res, isDesk(req.url) ? NOTICES.desk : NOTICES.away);
  const isApi = isPacked(req.url ?? "");
  const body = isApi
    ? JSON.stringify(new Problem("unavailable").body)
    : JSON.stringify({ code: "unavailable", message: "网站暂时连不上数据库，请稍后再试" });
  res.writeHead(503, {
    "Content-Type": `application/${isApi ? "problem+json" : "json"}; charset=utf-8`,
    "Cache-Control": CACHE_CONTROL.never,
    "Retry-After": "10",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(req.method === "HEAD" ? undefined : body);
}

/** Pictures and programs' answers do not depend on what Next asks of its own pages; on what they say themselves they do. */
function keepOwnVary(res: ServerResponse) {
  const said = [res.getHeader("Vary") ?? []].flat().join().split(",");
  const own = said.map((name) => name.trim()).filter((name) => OWN_VARY.has(name.toLowerCase()));
  if (own.length > 0) res.setHeader("Vary", own.join(", "));
  else res.removeHeader("Vary");
}

/** Lets Next answer for what is not ours to keep: newsroom, API, previews. */
export function pass(req: IncomingMessage, res: ServerResponse, next: Pick<NextApp, "handle">, isTimed: boolean) {
  const notes: PageNotes = { tags: new Set(), ...(isTimed && { timing: newTiming() }) };
  const began = performance.now();
  const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse;
  res.writeHead = (status: number, ...rest: unknown[]) => {
    if (isPrivate(req.url)) res.setHeader("Cache-Control", CACHE_CONTROL.desk);
    else if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", CACHE_CONTROL.never);
    if (!isDesk(req.url)) keepOwnVary(res);
    const cost = { cache: "pass" as const, renderMs: performance.now() - began, timing: notes.timing };
    if (isTimed) res.setHeader("Server-Timing", timingHeader(cost));
    // A page that is not ours to keep, such as a preview, may also say that nothing is there.
    return writeHead(notes.status ?? status, ...rest);
  };
  Promise.resolve(withNotes(notes, () => next.handle(req, res))).catch((error) => {
    log.error({ error, url: req.url }, "Next failed");
    sendNotice(req, res, NOTICES.fault);
  });
}
