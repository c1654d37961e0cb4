import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { startPortal } from "../fixtures";
import { startNginx } from "./nginx";

test.skip(spawnSync("nginx", ["-v"]).error !== undefined, "needs nginx");

test("nginx shields the site by what it is told: it answers by itself, sees an edit, and stands in while the site is away", async () => {
  test.setTimeout(180_000);
  const { portal, child, stop } = await startPortal();
  const front = await startNginx(portal.url);
  const sql = postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  const ask = async (path: string) => {
    const answer = await fetch(front.url + path, { redirect: "manual" });
    return { status: answer.status, cache: answer.headers.get("x-cache"), text: await answer.text() };
  };
  try {
    await expect.poll(() => ask("/").catch(() => null)).not.toBeNull();
    const [article] = await sql`select id, slug from articles where status = 'published' and kind = 'story' limit 1`;
    const story = `/articles/${encodeURIComponent(article!.slug)}`;

    await test.step("an answer serves others", async () => {
      for (const path of ["/", story, "/live/", "/gibt-es-nicht"])
        await expect.poll(async () => (await ask(path)).cache).toBe("HIT");
    });
    await test.step("what is made for one, or is the newsroom's, does not", async () => {
      for (const path of ["/search?q=a", "/search?q=a", "/sign-in", "/sign-in"])
        expect([path, (await ask(path)).cache]).toEqual([path, "MISS"]);
    });
    await test.step("an edit is seen", async () => {
      await sql`update articles set title = '改过的标题' where id = ${article!.id}`;
      await sql`insert into outbox (topic, payload) values ('test', ${sql.json({ tags: [`article:${article!.id}`] })})`;
      await expect.poll(async () => (await ask(story)).text).toContain("改过的标题");
    });
    await test.step("while the site is away, what was a page stays one", async () => {
      await sql.end();
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGINT");
      await ended;
      await expect.poll(async () => (await ask(story)).cache).toBe("STALE");
      expect(await ask(story)).toMatchObject({ status: 200, text: expect.stringContaining("改过的标题") });
      expect(await ask("/live/")).toMatchObject({ status: 308 });
      // Nobody knows whether it is there by now.
      await expect.poll(async () => (await ask("/gibt-es-nicht")).status).toBe(502);
    });
  } finally {
    await sql.end();
    await front.stop();
    await stop();
  }
});
