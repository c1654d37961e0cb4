import type { IncomingMessage, ServerResponse } from "node:http";
import { cachingOf } from "@/lib/cache/cache-control";
import { namesEtag } from "@/lib/cache/etag";
import { type Body, type Encoding, encode, encodeBest, type PageEntry, PICTURE_TYPE } from "@/lib/cache/page-entry";
import { HEAD_SCRIPT_HASH } from "@/lib/head-script";

/** After so many uses a body is worth compressing well. */
const USES_BEFORE_BEST = 3;

export const READER_HEADERS: Record<string, string> = {
  "Content-Security-Policy": `default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self' ${HEAD_SCRIPT_HASH}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Speculation-Rules": '"/speculation-rules.json"',
};

const negotiated = new Map<string, Encoding>();

/** The best of br, gzip and identity that the client accepts; identity also when it accepts nothing. */
export function negotiate(accept: string | undefined): Encoding {
  if (!accept) return "identity";
  const known = negotiated.get(accept);
  if (known) return known;
  const weights = new Map<string, number>();
  for (const part of accept.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    const weight = q === undefined ? 1 : Number(q.slice(2));
    weights.set(name, Number.isNaN(weight) ? 0 : weight);
  }
  const weigh = (name: string, otherwise: number) => weights.get(name) ?? weights.get("*") ?? otherwise;
  const ranked: [Encoding, number][] = [
    ["br", weigh("br", 0)],
    ["gzip", Math.max(weigh("gzip", 0), weights.get("x-gzip") ?? 0)],
    // Not named, it is acceptable but the last choice (RFC 9110 §12.5.3).
    ["identity", weights.get("identity") ?? 0],
  ];
  const [best, weight] = ranked.reduce((a, b) => (b[1] > a[1] ? b : a));
  const chosen = weight > 0 ? best : "identity";
  if (negotiated.size < 500) negotiated.set(accept, chosen);
  return chosen;
}

/** Whether the client has it already. A date counts only where no ETag is named (RFC 9110 §13.2.2). */
function isFresh({ headers }: IncomingMessage, { body, modifiedAt }: Reply) {
  const known = headers["if-none-match"];
  if (known !== undefined) return namesEtag(known, body.etag);
  const since = headers["if-modified-since"];
  return since !== undefined && modifiedAt !== undefined && modifiedAt <= Date.parse(since);
}

/** What stays the same each time a body is sent. Headers are flat lists, `[name, value, …]`, the form Node writes fastest. */
export type Reply = {
  status: number;
  headers: readonly string[];
  body: Body;
  /** What its Last-Modified says. */
  modifiedAt?: number;
  /** Headers of each encoding, made at its first use. */
  heads: Partial<Record<Encoding, { bytes: Buffer; list: string[] }>>;
};

export function makeReply(status: number, headers: Record<string, string>, body: Body): Reply {
  const modified = headers["Last-Modified"];
  return {
    ...{ status, headers: Object.entries(headers).flat(), body, heads: {} },
    ...(modified !== undefined && { modifiedAt: Date.parse(modified) }),
  };
}

function headOf(reply: Reply, encoding: Encoding, bytes: Buffer): string[] {
  const had = reply.heads[encoding];
  if (had?.bytes === bytes) return had.list;
  const list = [...reply.headers, "ETag", reply.body.etag, "Vary", "Accept-Encoding"];
  list.push("Content-Length", String(bytes.length));
  if (encoding !== "identity") list.push("Content-Encoding", encoding);
  reply.heads[encoding] = { bytes, list };
  return list;
}

function write(req: IncomingMessage, res: ServerResponse, reply: Reply, encoding: Encoding, bytes: Buffer) {
  res.writeHead(reply.status, headOf(reply, encoding, bytes));
  if (req.method === "HEAD") res.end();
  else res.end(bytes);
}

function writeUnchanged(res: ServerResponse, { headers, body }: Reply) {
  const list: string[] = [];
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at] !== "Content-Type") list.push(headers[at]!, headers[at + 1]!);
  }
  res.writeHead(304, [...list, "ETag", body.etag, "Vary", "Accept-Encoding"]).end();
}

/**
 * Answers with finished bytes: HEAD, 304 and compression are settled here.
 * @param onEncoded called when a further compressed form is kept
 * @param accept the client's Accept-Encoding
 */
export function sendReply(
  req: IncomingMessage,
  res: ServerResponse,
  reply: Reply,
  onEncoded?: () => void,
  accept = req.headers["accept-encoding"] as string | undefined,
) {
  const { body } = reply;
  if (reply.status === 200 && isFresh(req, reply)) return writeUnchanged(res, reply);
  const encoding = negotiate(accept);
  if (encoding === "br" && !body.best) {
    body.uses = (body.uses ?? 0) + 1;
    if (body.uses > USES_BEFORE_BEST) encodeBest(body).then(onEncoded, () => {});
  }
  const ready = encoding === "identity" ? body.identity : body[encoding];
  if (ready) return write(req, res, reply, encoding, ready);
  encode(body, encoding).then(
    (bytes) => {
      onEncoded?.();
      if (!res.destroyed) write(req, res, reply, encoding, bytes);
    },
    () => write(req, res, reply, "identity", body.identity),
  );
}

const PAGE_HEADERS = { "Content-Type": "text/html; charset=utf-8", ...READER_HEADERS };

/** A page's reply is made once and lives as long as the page does. */
const replies = new WeakMap<PageEntry, Reply>();

export function sendEntry(req: IncomingMessage, res: ServerResponse, entry: PageEntry, onEncoded?: () => void) {
  let reply = replies.get(entry);
  if (!reply) {
    const headers: Record<string, string> = { ...PAGE_HEADERS, ...cachingOf(entry.status), ...entry.headers };
    if (entry.location) headers.Location = entry.location;
    if (entry.contentType) headers["Content-Type"] = entry.contentType;
    reply = makeReply(entry.status, headers, entry.body);
    replies.set(entry, reply);
  }
  sendReply(req, res, reply, onEncoded, entry.contentType === PICTURE_TYPE ? "identity" : undefined);
}
