import { type LookupAddress, lookup as resolve } from "node:dns";
import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "@/lib/media/foreign/addresses";
import { MAX_BYTES } from "@/lib/media/validation";

const TIMEOUT_MS = 15_000;
const MAX_REDIRECTS = 3;
const MOST_HOSTS = 1000;
const USER_AGENT = "finews-fetch-images/1.0";

export type Fetched = { bytes: Buffer; type: string; url: URL };

/** `closed`: an address that is not asked. `answer`: what the host said is no picture that is taken. */
type RefusedFor = "closed" | "answer" | "size";

/** Why a picture was not fetched: one English sentence for the operator. */
export class FetchRefused extends Error {
  constructor(
    message: string,
    readonly reason: RefusedFor = "closed",
  ) {
    super(message);
    this.name = "FetchRefused";
  }
}

type Options = {
  isAllowed?: (address: string) => boolean;
  timeoutMs?: number;
  beforeRequest?: (host: string) => Promise<void>;
};

/** Resolves a name and hands on only checked addresses; the socket connects to what was checked, not to the name. */
const checkedLookup =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const addresses = found as LookupAddress[];
      if (error) return done(error, []);
      const refused = addresses.find(({ address }) => !isAllowed(address));
      if (refused || addresses.length === 0) {
        return done(new FetchRefused(`${host} leads to ${refused?.address ?? "no address"}, which is not public`), []);
      }
      if (options.all) return done(null, addresses);
      done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };

/** An address in the text itself is never looked up, so it is checked here. */
function checkUrl(url: URL, isAllowed: (address: string) => boolean) {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchRefused(`${url.protocol} is not fetched`);
  if (url.username || url.password) throw new FetchRefused("an address with a password is not fetched");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && !isAllowed(host)) throw new FetchRefused(`${host} is not a public address`);
}

function ask(url: URL, isAllowed: (address: string) => boolean, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((done, fail) => {
    const headers = { "User-Agent": USER_AGENT, Accept: "image/*", "Accept-Encoding": "identity" };
    // Without an agent: a kept connection would have been checked for another question.
    const outgoing = request(url, { agent: false, lookup: checkedLookup(isAllowed), signal, headers }, done);
    outgoing.once("error", fail);
    outgoing.end();
  });
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new FetchRefused("larger than 20 MB", "size");
  if (Number(response.headers["content-length"] ?? 0) > MAX_BYTES) {
    response.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      response.destroy();
      throw tooLarge();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Fetches a picture from another host: public addresses only, at every redirect, within 20 MB and 15 seconds.
 * @throws {FetchRefused} or the network's own error
 */
export async function fetchForeign(
  address: string,
  { isAllowed = isPublicAddress, timeoutMs = TIMEOUT_MS, beforeRequest }: Options = {},
): Promise<Fetched> {
  if (!URL.canParse(address)) throw new FetchRefused("not an address");
  let url = new URL(address);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    checkUrl(url, isAllowed);
    await beforeRequest?.(url.host);
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await ask(url, isAllowed, signal);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      if (!URL.canParse(headers.location, url))
        throw new FetchRefused("redirected to what is not an address", "answer");
      url = new URL(headers.location, url);
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new FetchRefused(`answered ${statusCode}`, "answer");
    }
    return { bytes: await readBody(response), type: headers["content-type"] ?? "", url };
  }
  throw new FetchRefused(`more than ${MAX_REDIRECTS} redirects`, "answer");
}

/** Lets each host be asked once in `everyMs`; hosts whose turn has come are forgotten. */
export function hostPauses(everyMs: number) {
  const next = new Map<string, number>();
  return async (host: string) => {
    const wait = (next.get(host) ?? 0) - Date.now();
    next.set(host, Math.max(Date.now(), next.get(host) ?? 0) + everyMs);
    if (next.size > MOST_HOSTS) for (const [name, at] of next) if (at < Date.now()) next.delete(name);
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  };
}
