import type { IncomingMessage, ServerResponse } from "node:http";
import { API_PATH } from "@/lib/api/operations";
import { encode, makeBody } from "@/lib/cache/page-entry";
import { log } from "@/lib/log";
import { negotiate } from "./send-entry";

/** Shorter ones are one packet either way. */
const WORTH_PACKING = 1000;

/** Whether an address is one whose answers are packed: long JSON, without anything of whoever is signed in. */
export const isPacked = (url: string) => url.startsWith(`${API_PATH}/`) || url.startsWith(`${API_PATH}?`);

/**
 * Packs what Next answers, on its way out: Next itself takes Content-Encoding away from what a route says. The answer is
 * held until it is whole; those of the API are some hundred kilobytes at most.
 */
export function packAnswer(req: IncomingMessage, res: ServerResponse) {
  const encoding = negotiate(req.headers["accept-encoding"] as string | undefined);
  const chunks: Buffer[] = [];
  const end = res.end.bind(res) as (bytes?: Buffer) => ServerResponse;
  res.flushHeaders = () => {};
  res.write = ((chunk: string | Uint8Array) => {
    chunks.push(Buffer.from(chunk as Uint8Array));
    return true;
  }) as typeof res.write;
  const send = async (bytes: Buffer) => {
    res.appendHeader("Vary", "Accept-Encoding");
    const packs = encoding !== "identity" && bytes.length >= WORTH_PACKING;
    const packed = packs ? await encode(makeBody(bytes), encoding) : bytes;
    if (packs) res.setHeader("Content-Encoding", encoding);
    res.setHeader("Content-Length", packed.length);
    if (!res.destroyed) end(packed);
  };
  res.end = ((last?: unknown) => {
    if (typeof last === "string" || last instanceof Uint8Array) chunks.push(Buffer.from(last as Uint8Array));
    if (chunks.length === 0) return end();
    send(Buffer.concat(chunks)).catch((error) => {
      log.error({ err: error, url: req.url }, "an answer could not be packed");
      res.destroy();
    });
    return res;
  }) as typeof res.end;
}
