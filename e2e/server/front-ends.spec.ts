import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { startPortal } from "../fixtures";

test("without a worker: what is over is off the cached pages at the first request after its end", async () => {
  test.setTimeout(120_000);
  const { portal, stop } = await startPortal({ WORKER: "off" });
  const sql = postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  const look = async (path: string) => {
    const html = await (await fetch(portal.url + path)).text();
    return { bar: html.includes("突发的一句话"), pinned: html.includes('class="pinned"') };
  };
  try {
    expect(await look("/")).toEqual({ bar: false, pinned: false });
    await sql.begin(async (tx) => {
      await tx`
        insert into front_placements (position, article_id, ends_at, placed_by, placed_at)
        select 1, id, now() + interval '1 hour', '陆遥', now() from articles
        where kind = 'story' and status = 'published' order by publish_at limit 1`;
      await tx`
        insert into front_bar (id, kind, text, starts_at, ends_at, raised_by)
        values (gen_random_uuid(), 'breaking', '突发的一句话', now(), now() + interval '1 hour', '陆遥')`;
      await tx`insert into outbox (topic, payload) values ('front.arranged', ${tx.json({ tags: ["home", "bar"] })})`;
    });
    /** Its end is close, which nobody tells the pages: they stay cached as they are. */
    const end = async (table: string) => {
      await sql`update ${sql(table)} set ends_at = clock_timestamp() + interval '2 seconds'`;
      await sql`insert into outbox (topic, payload) values ('front.arranged', ${sql.json({ tags: ["test"] })})`;
      const isOver = async () => (await sql`select ends_at < clock_timestamp() is_over from ${sql(table)}`)[0]?.is_over;
      await expect.poll(isOver).toBe(true);
    };

    await expect.poll(() => look("/")).toEqual({ bar: true, pinned: true });
    expect(await look("/live")).toEqual({ bar: true, pinned: false });
    await end("front_placements");
    expect(await look("/")).toEqual({ bar: true, pinned: false });
    await end("front_bar");
    expect(await look("/live")).toEqual({ bar: false, pinned: false });
    expect(await look("/")).toEqual({ bar: false, pinned: false });
  } finally {
    await sql.end({ timeout: 1 });
    await stop();
  }
});
