import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { expect, test } from "./pages";

// A headless browser says that it is one, and is no reader.
test.use({
  userAgent: "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36",
});

test("a visit is counted once, whether the worker passes it on or not", async ({ page, portal }) => {
  const sql = postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  // Not by the browser: its first page is the story, so that the worker finds it open and takes it over.
  const html = await (await page.request.get("/")).text();
  const [, path] = /<h3><a href="(\/articles\/[^"#]+)"/.exec(html) as unknown as [string, string];
  const views = async () => {
    const slug = decodeURIComponent(path.slice("/articles/".length));
    const [row] = await sql`select coalesce(sum(views), 0)::int as views from article_views
      join articles on articles.id = article_id where slug = ${slug}`;
    return row!.views as number;
  };
  const kept = () => page.evaluate(async () => (await (await caches.open("kept")).keys()).length);
  try {
    await page.goto(path);
    await expect.poll(kept).toBe(1);
    await expect.poll(views).toBe(1);
    // Through the worker, which may have come too late for the first; its own question for the copy is none.
    await page.goto(path);
    await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
    await page.goto(path);
    await expect.poll(views, { timeout: 15_000 }).toBe(3);
  } finally {
    await sql.end();
  }
});
