import { randomUUID } from "node:crypto";
import { drizzle } from "drizzle-orm/postgres-js";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { connect, type Db } from "@/lib/db/client";
import * as schema from "@/lib/db/schema";
import { pushChannels, pushes, pushRequests } from "@/lib/db/schema";
import { env } from "@/lib/env";
import { deliver } from "@/lib/pushes/deliver";
import { indexNow } from "@/lib/pushes/indexnow";
import { LEASE_MS } from "@/lib/pushes/lease";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { startPushPeer } from "@/lib/testing/push-peer";

const database = testDb();
const { siteUrl } = env();
let fake: Awaited<ReturnType<typeof startPushPeer>>;
let status = 200;
let categoryId: string;
beforeAll(async () => {
  fake = await startPushPeer(() => ({ status }));
  categoryId = (await makeCategory(database.db)).id;
});
afterAll(() => fake.close());
beforeEach(begin);

async function begin() {
  status = 200;
  fake.heard.length = 0;
  await database.db.delete(pushes);
  await database.db.delete(pushRequests);
  await database.db.delete(pushChannels);
  await deliver(database.db, peer(), () => new Date());
}

const peer = (batch = 3) => {
  const whole = indexNow({ endpoint: fake.url, key: "abcdef-0123", siteUrl });
  return { ...whole, batch };
};
const publish = async () => {
  const slug = `g-${randomUUID()}`;
  await makeArticle(database.db, { status: "published", slug, categoryId });
  return `${siteUrl}/articles/${slug}`;
};
const told = () => fake.heard.flatMap(({ body }) => JSON.parse(body).urlList as string[]);
const times = (url: string) => told().filter((one) => one === url).length;

/** A worker whose process is gone at its n-th query: its connections break, and nothing of it runs on. */
async function runAndDie(after: number, clock: () => Date) {
  let left = after;
  const sql: postgres.Sql = postgres(database.url, {
    max: 2,
    onnotice: () => {},
    // Not counted, and nobody waits for it.
    fetch_types: false,
    debug: () => {
      if (--left === 0) void sql.end({ timeout: 0 });
    },
  });
  const db: Db = drizzle(sql, { schema });
  const noted = await database.db.$count(pushRequests);
  let tells = 0;
  let last: string[] = [];
  const mortal = {
    ...peer(),
    tell: async (urls: string[]) => {
      tells++;
      last = urls;
      return peer().tell(urls);
    },
  };
  const died = await deliver(db, mortal, clock).then(
    () => false,
    () => true,
  );
  await sql.end({ timeout: 0 }).catch(() => {});
  const unnoted = noted + tells - (await database.db.$count(pushRequests));
  expect(unnoted).toBeLessThanOrEqual(died ? 1 : 0);
  return { died, last: unnoted ? last : [] };
}

test("whenever workers die, each change is told, and twice only what was on its way when one died", async () => {
  const step = fc.record({ articles: fc.integer({ min: 0, max: 4 }), dies: fc.integer({ min: 1, max: 45 }) });
  let deaths = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      await begin();
      let now = new Date();
      const clock = () => now;
      const urls: string[] = [];
      /** How often each was with a request that a dead worker did not note. */
      const unnoted = new Map<string, number>();
      for (const { articles, dies } of steps) {
        for (let n = 0; n < articles; n++) urls.push(await publish());
        const { died, last } = await runAndDie(dies, clock);
        if (died) deaths++;
        for (const url of last) unnoted.set(url, (unnoted.get(url) ?? 0) + 1);
        now = new Date(now.getTime() + LEASE_MS + 1);
      }
      expect(await deliver(database.db, peer(), clock)).toBe("done");
      for (const url of urls) {
        expect(times(url)).toBeGreaterThanOrEqual(1);
        expect(times(url)).toBeLessThanOrEqual(1 + (unnoted.get(url) ?? 0));
      }
      expect(await database.db.$count(pushes)).toBe(0);
    }),
    { numRuns: 30 },
  );
  expect(deaths).toBeGreaterThan(20);
});

test("while one worker is at it, another leaves it alone; killed, its work is another's after the lease", async () => {
  let now = new Date();
  const clock = () => now;
  const url = await publish();
  const others: string[] = [];
  const busy = {
    ...peer(),
    tell: async (urls: string[]) => {
      others.push(await deliver(database.db, peer(), clock));
      return peer().tell(urls);
    },
  };
  expect(await deliver(database.db, busy, clock)).toBe("done");
  expect([others, times(url)]).toEqual([["busy"], 1]);

  const second = await publish();
  const { sql, db } = connect(database.url, { max: 1 });
  const deadly = {
    ...peer(),
    tell: async () => {
      await sql.end({ timeout: 0 });
      throw new Error("killed before the request");
    },
  };
  await expect(deliver(db, deadly, clock)).rejects.toThrow();
  expect(await deliver(database.db, peer(), clock)).toBe("busy");
  now = new Date(now.getTime() + LEASE_MS + 1);
  expect(await deliver(database.db, peer(), clock)).toBe("done");
  expect(times(second)).toBe(1);
});

test("many workers at once tell each change once, while news goes on", async () => {
  const urls: string[] = [];
  let writing = true;
  const writers = (async () => {
    for (let n = 0; n < 30; n++) urls.push(await publish());
    writing = false;
  })();
  const work = async () => {
    for (;;) {
      const last = !writing;
      const end = await deliver(database.db, peer(), () => new Date());
      if (last && end === "done") return;
    }
  };
  await Promise.all([writers, work(), work(), work()]);
  expect(told().sort()).toEqual(urls.sort());
});
