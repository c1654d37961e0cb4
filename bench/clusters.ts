import { cpus } from "node:os";
import { sql as q } from "drizzle-orm";
import type { Sql } from "postgres";
import { listTimeline } from "@/lib/articles/queries";
import { alignClusters } from "@/lib/clusters/commands";
import { type Keys, SIGNING, storedKeys, wanted } from "@/lib/clusters/keys";
import { findByKeys } from "@/lib/clusters/queries";
import { compareStories, SPAN_MS } from "@/lib/clusters/same-story";
import { findSimilar } from "@/lib/clusters/similar";
import type { Db } from "@/lib/db/client";
import { type ClusterText, makeClusterTexts } from "./cluster-texts";
import { progress, withDatabase } from "./database";
import { MEASURED, measureWith, tableHead } from "./measure";
import { copyNewsroom, copyRows } from "./newsroom";

const ARTICLES = 1_000_000;
/** No two articles of one span share a text, but for reprints. */
const TEXTS = 30_000;
/** One article of so many is a reprint of the one before it. */
const REPRINTS = 10;
/** So many of the newest stand in three days, as with thousands of outlets. */
const CROWD = 20_000;

/** Articles that get a text of their own, to be placed. */
const PLACED = 80;

type Line = { id: string; at: string; kind: string };
const numberOf = ({ id }: Line) => Number.parseInt(id.slice(-12), 16);
const isReprint = (number: number) => number % REPRINTS === 1;
const keysAt = (keys: Keys[], line: Line) => {
  const number = numberOf(line);
  return keys[(isReprint(number) ? number - 1 : number) % keys.length]!;
};

function* signatures(lines: Line[], keys: Keys[]): Generator<string> {
  for (const line of lines)
    yield `${line.id}\t${line.at}\t${SIGNING}\t{${storedKeys(keysAt(keys, line), new Date(line.at)).join()}}\n`;
}

/** Signatures of all public articles, and the clusters of the reprints among them; the index made afterwards. */
async function copySignatures(sql: Sql, keys: Keys[], onRow: (done: number) => void) {
  await sql`drop index article_signatures_keys_idx`;
  let done = 0;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const lines = await sql<Line[]>`
      select id, publish_at::text at, kind from articles where status = 'published' and id > ${last} order by id limit 20000`;
    if (lines.length === 0) break;
    await copyRows(sql, "article_signatures (article_id, at, signing, keys)", signatures(lines, keys));
    done += lines.length;
    last = lines.at(-1)!.id;
    onRow(done);
  }
  await sql.unsafe(`insert into cluster_members (article_id, cluster_id, kind, published_at)
    select unnest(array[a.id, b.id]), a.id, unnest(array[a.kind, b.kind]), unnest(array[a.publish_at, b.publish_at])
    from articles b join articles a on a.slug = 'bench-' || (substr(b.slug, 7)::int - 1)
    where substr(b.slug, 7)::int % ${REPRINTS} = 1 and a.status = 'published' and b.status = 'published'`);
  await sql`set maintenance_work_mem = '1GB'`;
  await sql`create index article_signatures_keys_idx on article_signatures using gin (keys) with (fastupdate = false)`;
  await sql`vacuum (analyze) article_signatures, cluster_members, articles`;
  return done;
}

const around = (at: Date): [Date, Date] => [new Date(at.getTime() - SPAN_MS), new Date(at.getTime() + SPAN_MS)];
function lookUp(db: Db, keys: Keys, at: Date) {
  const [from, to] = around(at);
  const near = q`a.status = 'published' and s.at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz`;
  return findByKeys(db, wanted(keys, from, to), near);
}

/** Articles of a time, in no order; each run takes the next one. */
async function placesOf(sql: Sql, where: string) {
  const places = await sql.unsafe<Line[]>(`select id, publish_at::text at, kind from articles
    where status = 'published' and ${where} order by hashint8extended(hashtext(id::text), 1) limit 400`);
  let turn = 0;
  return () => places[turn++ % places.length]!;
}

async function measureAll(sql: Sql, db: Db, keys: Keys[]) {
  const step = await measureWith(sql);
  const strangers = [...makeClusterTexts(400, 99)];
  let turn = 0;
  const stranger = () => strangers[turn++ % strangers.length]!;
  for (const [when, where] of [
    ["any time", "true"],
    [
      `a crowd of ${CROWD.toLocaleString("en-US")} in 72 h`,
      "publish_at > (select max(publish_at) from articles where status = 'published') - interval '3 days'",
    ],
  ] as const) {
    const next = await placesOf(sql, where);
    await step(`${when}: look-up of a text that nobody has`, () => lookUp(db, stranger().keys, new Date(next().at)));
    await step(`${when}: look-up of one that is there`, () => {
      const place = next();
      return lookUp(db, keysAt(keys, place), new Date(place.at));
    });
    for (let n = 0; n < PLACED; n++) {
      const { title, text } = stranger();
      await sql`update articles set title = ${title}, body_html = ${`<p>${text}</p>`}, source_name = 'placed' where id = ${next().id}`;
    }
    const placed = await placesOf(sql, `source_name = 'placed' and ${where}`);
    await step(`${when}: an article placed (its text, look-up, comparison, rows)`, () =>
      db.transaction(async (tx) => void (await alignClusters(tx, [placed().id]))),
    );
    await step(`${when}: what is like a flash being typed`, () => {
      const story = { profile: stranger().profile, at: new Date(next().at), symbols: [] };
      return findSimilar(db, story, around(story.at), q`a.status = 'published'`, 12);
    });
  }
  await step("the newest page of all stories, each cluster once", () => listTimeline(db, "story", {}));
  const [old] = await sql`
    select publish_at at, id from articles where status = 'published' order by publish_at, id offset 40000 limit 1`;
  await step("a page of nine years ago", () =>
    listTimeline(db, "story", { after: { at: new Date(old!.at), id: old!.id } }),
  );
}

function sign(onText: (done: number) => void): Keys[] {
  const keys: Keys[] = [];
  const texts: ClusterText[] = [];
  let letters = 0;
  const from = performance.now();
  for (const text of makeClusterTexts(TEXTS, 1)) {
    keys.push(text.keys);
    letters += text.text.length;
    if (texts.length < 500) texts.push(text);
    if (keys.length % 1000 === 0) onText(keys.length);
  }
  const seconds = (performance.now() - from) / 1000;
  const stories = texts.map(({ profile }) => ({ profile, at: new Date(0), symbols: [] }));
  const start = performance.now();
  for (const story of stories) compareStories(story, story);
  const each = (performance.now() - start) / stories.length;
  console.log(
    `signatures: ${Math.round(TEXTS / seconds).toLocaleString("en-US")} texts/s on one core, their invention included ` +
      `(${Math.round(letters / TEXTS)} letters each); two reprints compared in ${each.toFixed(2)} ms`,
  );
  return keys;
}

/** Finding what tells the same story, and showing it once. */
export async function run() {
  const count = Number(process.argv[3] ?? ARTICLES);
  await withDatabase(1, async ({ db, sql }) => {
    const keys = sign(progress("texts"));
    // What triggers keep is not asked for here.
    await sql`set session_replication_role = replica`;
    await copyNewsroom(sql, count, 1, progress("articles"));
    await sql.unsafe(`update articles a set publish_at = newest.at - (newest.place * 259200 / ${CROWD}) * interval '1 second'
      from (select id, row_number() over (order by publish_at desc) place, max(publish_at) over () at from articles
        where status = 'published' order by publish_at desc limit ${CROWD}) newest where newest.id = a.id`);
    await sql`set session_replication_role = origin`;
    const done = await copySignatures(sql, keys, progress("signatures"));
    process.stderr.write("\n");
    const [size] = await sql`
      select pg_size_pretty(pg_table_size('article_signatures')) rows,
        pg_size_pretty(pg_relation_size('article_signatures_keys_idx')) keys,
        pg_size_pretty(pg_total_relation_size('cluster_members')) members, (select count(*) from cluster_members)::int count`;
    console.log(
      `${done.toLocaleString("en-US")} public articles of ${count.toLocaleString("en-US")}, ${size!.count.toLocaleString("en-US")} of them in clusters ` +
        `(${cpus().length} cores, Node ${process.version}); signatures ${size!.rows}, the index of their keys ${size!.keys}, members ${size!.members}`,
    );
    console.log(`\nIn the database, ${MEASURED}\n\n${tableHead("Postgres")}`);
    await measureAll(sql, db, keys);
  });
}
