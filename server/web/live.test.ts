import { mkdtempSync, rmSync } from "node:fs";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { connect as dial, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Db } from "@/lib/db/client";
import { recordLiveEvent } from "@/lib/live/commands";
import { LiveHub } from "@/lib/live/hub";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { LiveDoor } from "./live";

const database = testDb();
let hub: LiveHub;
let door: LiveDoor;
let server: Server;
/** A Unix socket: it buffers little for who does not read. */
let socketPath: string;
let folder: string;
let categoryId: string;

async function open(options: ConstructorParameters<typeof LiveDoor>[1]) {
  hub = new LiveHub(database.db, { restMs: 0 });
  await hub.start();
  door = new LiveDoor(hub, options);
  server = createServer((req, res) => {
    if (!door.answer(req, res, req.url ?? "/")) res.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(socketPath, done));
}

beforeEach(async () => {
  categoryId = (await makeCategory(database.db)).id;
  folder = mkdtempSync(join(tmpdir(), "finews-live-"));
  socketPath = join(folder, "web.sock");
});
afterEach(async () => {
  door.close();
  hub.close();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

/** A flash and its announcement. */
async function announce(title: string, db: Db = database.db) {
  const { id } = await makeArticle(db, {
    kind: "flash",
    status: "published",
    title,
    categoryId,
    publishAt: new Date(),
  });
  await db.transaction((tx) => recordLiveEvent(tx, id));
  await hub.look();
  return id;
}

type Heard = { events: { id: number; type: string; title: string }[]; response: IncomingMessage; socket: Socket };

/** A client that knows everything up to an event and keeps what it hears. */
function listen(after: number, headers: Record<string, string> = {}): Promise<Heard> {
  return new Promise((done, fail) => {
    get({ socketPath, path: `/api/live?after=${after}`, headers, agent: false }, (response) => {
      const events: Heard["events"] = [];
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1] ?? "";
          if (!/^data:/m.test(block)) continue;
          const data = field("data");
          const title = data ? JSON.parse(data).title : "";
          events.push({ id: Number(field("id")), type: field("event") || "message", title });
        }
      });
      response.on("error", () => {});
      done({ events, response, socket: response.socket });
    }).once("error", fail);
  });
}
const titles = ({ events }: Heard) => events.filter(({ type }) => type === "message").map(({ title }) => title);
const ended = ({ socket }: Heard) =>
  new Promise((done) => (socket.destroyed ? done(null) : socket.once("close", done)));

describe("the stream", () => {
  it("tells what was missed and then what comes, each once and in order, on connections that break and resume", async () => {
    await open({ most: 100 });
    const start = hub.newest;
    await announce("甲");
    const first = await listen(start);
    expect(first.response.headers).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    expect(first.response.headers["content-encoding"]).toBeUndefined();
    await announce("乙");
    await expect.poll(() => titles(first)).toEqual(["甲", "乙"]);
    first.socket.destroy();
    await expect.poll(() => door.clients).toBe(0);

    await announce("丙");
    await announce("丁");
    // As a browser does: the address is the first one, the header says more.
    const again = await listen(start, { "last-event-id": String(first.events.at(-1)!.id) });
    await announce("戊");
    await expect.poll(() => titles(again)).toEqual(["丙", "丁", "戊"]);
  });

  it("loses and doubles nothing for clients that come and go while much is announced", async () => {
    await open({ most: 100 });
    const start = hub.newest;
    const expected = Array.from({ length: 60 }, (_, n) => `第${n}条`);
    const lives: Heard[][] = [[], [], []];
    let announcing = true;
    const client = async (lane: number) => {
      for (let known = start; ; ) {
        const heard = await listen(known);
        lives[lane]!.push(heard);
        const wanted = heard.events.length + 1 + lane * 3;
        await expect.poll(() => !announcing || heard.events.length >= wanted).toBe(true);
        if (!announcing) return heard;
        heard.socket.destroy();
        known = heard.events.at(-1)?.id ?? known;
      }
    };
    const clients = lives.map((_, lane) => client(lane));
    for (const title of expected) await announce(title);
    announcing = false;
    await Promise.all(clients);
    for (const live of lives) await expect.poll(() => live.flatMap(titles)).toEqual(expected);
    expect(lives[0]!.length).toBeGreaterThan(2);
  });

  it("offers the page anew to who is too far behind, and goes on", async () => {
    await open({ most: 100 });
    await announce("甲");
    const heard = await listen(hub.newest + 5);
    await expect.poll(() => heard.events).toEqual([{ id: hub.newest, type: "reset", title: "" }]);
    await announce("乙");
    await expect.poll(() => titles(heard)).toEqual(["乙"]);
  });

  it("says something also when nothing happens", async () => {
    await open({ most: 100, beatMs: 20 });
    const heard = await listen(hub.newest);
    await expect.poll(() => heard.events.filter(({ type }) => type === "beat").length).toBeGreaterThan(2);
  });

  it("drops who does not read, keeps the others, and lets it come back without a loss", async () => {
    await open({ most: 100, beatMs: 100 });
    const start = hub.newest;
    const quick = await listen(start);
    const slow = dial(socketPath);
    slow.write(`GET /api/live?after=${start} HTTP/1.1\r\nHost: x\r\n\r\n`);
    let received = String(await new Promise((done) => slow.once("data", done)));
    slow.pause();
    await expect.poll(() => door.clients).toBe(2);
    // More than the system buffers for a connection.
    const long = "长".repeat(5000);
    let announced = 0;
    // It is dropped some beats after the buffers are full; nothing more is kept for it meanwhile.
    for (; door.clients > 1 && announced < 500; announced++) await announce(`${announced}${long}`);
    expect(door.clients).toBe(1);
    const closed = new Promise((done) => slow.once("close", done));
    slow.on("data", (chunk) => {
      received += chunk;
    });
    slow.resume();
    await closed;
    // What was cut short is not known yet.
    const known = [...received.slice(0, received.lastIndexOf("\n\n")).matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? start;
    const again = await listen(Number(known));
    await expect.poll(() => titles(quick).length).toBe(announced);
    await expect.poll(() => again.events.at(-1)?.id).toBe(hub.newest);
    expect(again.events[0]!.id).toBe(Number(known) + 1);
    expect(again.events).toHaveLength(hub.newest - Number(known));
  });

  it("is refused when too many listen, who then may ask; every stream ends when the door closes", async () => {
    await open({ most: 1 });
    const start = hub.newest;
    const heard = await listen(start);
    const refused = await listen(start);
    expect([refused.response.statusCode, refused.response.headers["retry-after"]]).toEqual([503, "30"]);
    door.close();
    await ended(heard);
  });
});

describe("asking again and again", () => {
  type Answer = { status: number | undefined; headers: IncomingMessage["headers"]; body: unknown };
  const ask = (after: number | string, etag?: string) =>
    new Promise<Answer>((done, fail) => {
      const headers = etag ? { "if-none-match": etag } : {};
      get({ socketPath, path: `/api/live/news?after=${after}`, headers }, async (response) => {
        const text = Buffer.concat(await response.toArray()).toString();
        done({ status: response.statusCode, headers: response.headers, body: text && JSON.parse(text) });
      }).once("error", fail);
    });

  it("gives the same events, and 304 where nothing is new", async () => {
    await open({ most: 1 });
    const start = hub.newest;
    const id = await announce("甲");
    const first = await ask(start);
    expect(first.body).toMatchObject({ newest: start + 1, reset: false, flashes: [{ id, title: "甲" }] });
    expect(first.headers["cache-control"]).toBe("no-cache");
    const etag = first.headers.etag;
    const second = await ask(start + 1);
    expect(second.body).toEqual({ newest: start + 1, reset: false, flashes: [] });
    expect((await ask(start + 1, etag)).status).toBe(304);
    await announce("乙");
    expect((await ask(start + 1, etag)).status).toBe(200);
  });

  it.each(["", "x", "-1", "1e3", "99999999999999999999"])("answers nonsense with a fresh start: %j", async (after) => {
    await open({ most: 1 });
    await announce("甲");
    expect((await ask(after)).body).toEqual({ newest: hub.newest, reset: true, flashes: [] });
  });
});
