import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import type { CaughtUp, LiveHub } from "@/lib/live/hub";
import { livePollPath, liveStreamPath } from "@/lib/urls";

/** Below the shortest time after which proxies give up a silent connection (nginx: 60 s). */
const BEAT_MS = 20_000;
/** What may wait for a client that reads slowly, beside what the system buffers; then nothing is added to it. */
const MOST_WAITING_BYTES = 64 * 1024;
/** Clients that are served in one go; between them others get their turn. */
const SLICE = 250;
const RETRY_AFTER_S = 30;

const BEAT = Buffer.from("event: beat\ndata:\n\n");
const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": CACHE_CONTROL.never,
  "X-Content-Type-Options": "nosniff",
  // nginx passes each piece on at once.
  "X-Accel-Buffering": "no",
  // Ends with the connection: no framing, so the same bytes go to every client, HTTP/1.0 proxies too.
  Connection: "close",
};
const POLL_HEADERS = {
  "Content-Type": "application/json; charset=utf-8",
  "Cache-Control": CACHE_CONTROL.fresh,
  "X-Content-Type-Options": "nosniff",
};

/** `passed`: bytes that it had taken at the last beat, when too much waited for it. */
type Client = { socket: Socket; known: number; passed?: number };
type Options = { most: number; beatMs?: number; mostWaitingBytes?: number };

function eventsOf({ newest, messages }: CaughtUp): string {
  const text = messages.map(({ number, json }) => `id: ${number}\ndata: ${json}\n\n`).join("");
  // The newest event may be of a flash that nobody sees: the place is kept all the same.
  return messages.at(-1)?.number === newest ? text : `${text}id: ${newest}\nevent: beat\ndata:\n\n`;
}

const numberIn = (text: string | null | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : null);

/**
 * Sends live flashes to open pages: a stream of server-sent events, or the same events to whoever asks again and again.
 * What a client lacks is decided by what it was sent last, never by what was announced.
 */
export class LiveDoor {
  readonly #clients = new Set<Client>();
  readonly #beat: NodeJS.Timeout;
  readonly #unsubscribe: () => void;
  #sending: Promise<void> | undefined;
  #closed = false;

  constructor(
    readonly hub: LiveHub,
    readonly options: Options,
  ) {
    this.#unsubscribe = hub.subscribe(() => void this.#send());
    this.#beat = setInterval(() => void this.#beatOnce(), options.beatMs ?? BEAT_MS);
    this.#beat.unref();
  }

  get clients() {
    return this.#clients.size;
  }

  /** @returns false when the address is another's */
  answer(req: IncomingMessage, res: ServerResponse, url: string): boolean {
    const end = url.indexOf("?");
    const path = end < 0 ? url : url.slice(0, end);
    if (path !== liveStreamPath && path !== livePollPath) return false;
    if (req.method !== "GET") {
      res.writeHead(405, { Allow: "GET", "Content-Length": 0 }).end();
      return true;
    }
    const asked = end < 0 ? null : new URLSearchParams(url.slice(end)).get("after");
    const known = numberIn(req.headers["last-event-id"] as string | undefined) ?? numberIn(asked);
    if (path === livePollPath) void this.#poll(req, res, known ?? -1);
    else void this.#open(res, known ?? -1);
    return true;
  }

  /** Ends every stream at once; clients come back by themselves. */
  close() {
    this.#closed = true;
    clearInterval(this.#beat);
    this.#unsubscribe();
    for (const { socket } of this.#clients) socket.destroy();
    this.#clients.clear();
  }

  async #open(res: ServerResponse, known: number) {
    if (this.#clients.size >= this.options.most || this.#closed) {
      res
        .writeHead(503, { "Retry-After": RETRY_AFTER_S, "Cache-Control": CACHE_CONTROL.never, "Content-Length": 0 })
        .end();
      return;
    }
    if (known > this.hub.newest) await this.hub.look();
    const { socket } = res;
    if (!socket || res.destroyed || this.#closed) return void socket?.destroy();
    // From here to the end nothing is waited for: no event can fall between what is caught up with and what follows.
    const missed = this.hub.since(known);
    res.removeHeader("Transfer-Encoding");
    res.writeHead(200, STREAM_HEADERS);
    // Not all at once after a restart.
    const retry = `retry: ${1000 + Math.floor(Math.random() * 2000)}\n\n`;
    res.write(retry + (missed ? eventsOf(missed) : `id: ${this.hub.newest}\nevent: reset\ndata:\n\n`));
    const client: Client = { socket, known: this.hub.newest };
    this.#clients.add(client);
    socket.setTimeout(0);
    socket.setKeepAlive(true, 60_000);
    socket.once("close", () => this.#clients.delete(client));
  }

  async #poll(req: IncomingMessage, res: ServerResponse, known: number) {
    const missed = await this.hub.catchUp(known);
    const { newest } = this.hub;
    const etag = `W/"${newest}"`;
    if (missed && req.headers["if-none-match"] === etag) {
      res.writeHead(304, { ...POLL_HEADERS, ETag: etag }).end();
      return;
    }
    const flashes = missed?.messages.map(({ json }) => json).join() ?? "";
    const body = `{"newest":${newest},"reset":${missed === null},"flashes":[${flashes}]}`;
    res.writeHead(200, { ...POLL_HEADERS, ETag: etag, "Content-Length": Buffer.byteLength(body) }).end(body);
  }

  /** Brings every client up to date, however much was announced meanwhile. One such round at a time. */
  #send(): Promise<void> {
    this.#sending ??= this.#sendRounds().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #sendRounds() {
    for (let sent = -1; sent < this.hub.newest && !this.#closed; ) {
      const { newest } = this.hub;
      sent = newest;
      // Most clients lack the same, so they share its bytes.
      const lacking = new Map<number, Buffer>();
      await this.#eachSlice((client) => {
        // Who reads slowly gets the rest later, together.
        if (client.known >= newest || this.#isFull(client)) return;
        // What came during this round is in the next.
        const missed = this.hub.since(client.known);
        if (!missed) return this.#drop(client);
        let bytes = missed.newest === newest ? lacking.get(client.known) : undefined;
        if (!bytes) bytes = Buffer.from(eventsOf(missed));
        if (missed.newest === newest) lacking.set(client.known, bytes);
        client.known = missed.newest;
        client.socket.write(bytes);
      });
    }
  }

  async #eachSlice(serve: (client: Client) => void) {
    let served = 0;
    for (const client of this.#clients) {
      serve(client);
      if (++served % SLICE === 0) await new Promise((done) => setImmediate(done));
    }
  }

  /** Says something, gives who had been full what they lack, and drops who took nothing since the last time. */
  async #beatOnce() {
    await this.#eachSlice((client) => {
      const { socket } = client;
      const isFull = this.#isFull(client);
      const passed = isFull ? socket.bytesWritten - socket.writableLength : undefined;
      if (isFull && passed === client.passed) return this.#drop(client);
      client.passed = passed;
      if (!isFull) socket.write(BEAT);
    });
    await this.#send();
  }

  #isFull({ socket }: Client) {
    return socket.writableLength > (this.options.mostWaitingBytes ?? MOST_WAITING_BYTES);
  }

  /** It comes back by itself and says what it knows. */
  #drop(client: Client) {
    this.#clients.delete(client);
    client.socket.destroy();
  }
}
