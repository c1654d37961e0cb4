import { asc, gt } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articles, categories, outbox, tags } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { random } from "@/lib/testing/random";
import { DEFORMATIONS } from "./testing/deform";
import type { openReaderSite, Visit } from "./testing/reader-site";

const STEPS = 1000;
const LOOK_EVERY = 50;
const SEED = 20261126;

const database = testDb();
let site: Awaited<ReturnType<typeof openReaderSite>>;

beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: database.url });
  // Modules read their settings once: they come when the database has its address.
  site = await (await import("./testing/reader-site")).openReaderSite(database.db);
});
afterAll(async () => {
  await site.close();
  await (await import("@/lib/db/client")).connection().close();
});

/** Every address of the things that are there, whether or not it answers. */
async function listAddresses(): Promise<string[]> {
  const { db } = database;
  const written = await db.select({ slug: articles.slug, at: articles.publishAt }).from(articles);
  const lists = [
    ...(await db.select({ slug: categories.slug }).from(categories)).map(({ slug }) => `/category/${slug}`),
    ...(await db.select({ slug: tags.slug }).from(tags)).map(({ slug }) => `/tag/${encodeURIComponent(slug)}`),
  ];
  const of = written.flatMap(({ slug, at }) => {
    const path = `/articles/${encodeURIComponent(slug)}`;
    const day = at?.toISOString().slice(0, 10).replaceAll("-", "/");
    return [path, `${path}/history`, `${path}/report`, ...(day ? [day, day.slice(0, 7), day.slice(0, 4)] : [])];
  });
  return [...new Set([...of.map((path) => (path.startsWith("/") ? path : `/archive/${path}`)), ...lists])];
}

/** Further pages of lists, behind an article of the list each. */
async function listFurther(): Promise<string[]> {
  const rows = await database.sql<{ list: string; cursor: string }[]>`
    select list, floor(extract(epoch from publish_at) * 1000)::bigint || '-' || replace(id::text, '-', '') as cursor
    from (select '/category/' || c.slug as list, a.id, a.publish_at, row_number() over (partition by c.id order by publish_at desc) n
        from articles a join categories c on c.id = a.category_id where a.status = 'published'
      union all select '/tag/' || t.slug, a.id, a.publish_at, row_number() over (partition by t.id order by publish_at desc)
        from articles a join article_tags x on x.article_id = a.id join tags t on t.id = x.tag_id where a.status = 'published'
    ) listed where n % 7 = 3`;
  return rows.map(({ list, cursor }) => `${encodeURI(list)}/before/${cursor}`);
}

/** What is wrong with an answer of an address that answered 200 once; null when nothing is. */
async function faultOf({ status, to }: Visit): Promise<string | null> {
  if (status === 200 || status === 410) return null;
  if (status !== 308 || !to) return `answers ${status}`;
  const end = await site.visit(to);
  return end.status === 200 || end.status === 410
    ? null
    : `leads to ${to}, which answers ${end.status} ${end.to ?? ""}`;
}

/** Several at a time, as readers come. */
async function side<One>(list: readonly One[], visit: (one: One) => Promise<void>) {
  const waiting = [...list];
  const next = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await visit(one);
  };
  await Promise.all(Array.from({ length: 8 }, next));
}

test(`after ${STEPS} steps of a newsroom every address that ever answered leads to a page, at most one hop away`, async () => {
  const below = random(SEED);
  const { Newsroom } = await import("./testing/newsroom");
  const newsroom = new Newsroom(database.db, below);
  const known = new Map<string, string>();
  const log: string[] = [];
  let heard = 0;
  /** What a page server hears of what was written. */
  const hear = async () => {
    const rows = await database.db.select().from(outbox).where(gt(outbox.id, heard)).orderBy(asc(outbox.id));
    heard = rows.at(-1)?.id ?? heard;
    site.store.expireTags(rows.flatMap(({ payload }) => payload.tags));
  };
  const look = async () => {
    const fresh = [...(await listAddresses()), ...(await listFurther())].filter((path) => !known.has(path));
    await side(fresh, async (path) => {
      if ((await site.visit(path)).status === 200) known.set(path, `since step ${log.length}`);
    });
    const faults: string[] = [];
    await side([...known], async ([path, since]) => {
      const fault = await faultOf(await site.visit(path));
      if (fault) faults.push(`${decodeURIComponent(path)} (${since}) ${fault}`);
    });
    expect(faults, `after ${log.length} steps, the last being ${log.slice(-LOOK_EVERY).join(", ")}`).toEqual([]);
  };

  await newsroom.begin();
  await hear();
  await look();
  for (let n = 1; n <= STEPS; n++) {
    log.push(await newsroom.step());
    await hear();
    if (n % LOOK_EVERY === 0) await look();
  }
  expect(known.size).toBeGreaterThan(1000);
  expect(log.filter((step) => !step.endsWith("refused")).length).toBeGreaterThan(STEPS / 2);

  const paths = [...known.keys()];
  const names = Object.keys(DEFORMATIONS);
  const faults: string[] = [];
  const bends = Array.from(
    { length: 1000 },
    (_, n) => [paths[below(paths.length)]!, names[n % names.length]!] as const,
  );
  await side(bends, async ([path, name]) => {
    const straight = await site.visit(path);
    const arrived = straight.to ?? path;
    const bent = DEFORMATIONS[name]!(path);
    const { status, to } = await site.visit(bent);
    // One that the server reads as the same address answers itself; all others lead where the address itself leads.
    if (status === 200 || status === 410 ? straight.to !== undefined : to !== arrived)
      faults.push(`${path} with ${name}: ${bent} answers ${status} ${to ?? ""}, not ${arrived}`);
  });
  expect(faults).toEqual([]);
}, 600_000);

test("what never was is not there, however it is written", async () => {
  for (const path of [
    "/articles/nie",
    "/articles/nie.html",
    "/ARTICLES/Nie/amp",
    "/category/nie/",
    "/nie",
    "/tag/nie%E3%80%82",
  ])
    expect([path, (await site.visit(path)).status]).toEqual([path, 404]);
});
