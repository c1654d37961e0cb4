import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { desc, eq, isNull } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { articles, importFiles, redirects } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { materialiseDemo } from "./demo";
import { runImport } from "./jekyll/run";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-demo-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the demo archive comes in whole, with nothing ahead of now", async () => {
  const now = new Date("2027-02-03T01:30:00Z");
  await materialiseDemo(join(process.cwd(), "demo"), folder, now);
  const files = ["_posts", "old_post"].flatMap((name) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [],
  );
  const ctx = { db: database.db, actor: { kind: "system", job: "import" } as const, now };
  const result = await runImport(ctx, { path: folder });

  expect(result.files).toBe(files.length);
  const refused = await database.db.select().from(importFiles).where(isNull(importFiles.articleId));
  expect(refused.map((row) => `${row.path}: ${row.reason}`)).toEqual([]);
  const [newest] = await database.db.select().from(articles).orderBy(desc(articles.publishAt)).limit(1);
  expect(newest!.publishAt!.getTime()).toBeLessThanOrEqual(now.getTime());
  expect(now.getTime() - newest!.publishAt!.getTime()).toBeLessThan(24 * 3600_000);
  for (const article of await database.db.select({ id: articles.id }).from(articles)) {
    expect(await database.db.$count(redirects, eq(redirects.articleId, article.id))).toBeGreaterThan(0);
  }
});
