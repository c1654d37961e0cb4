import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { updateOutlet } from "@/lib/categories/commands";
import { mergeOutlets } from "@/lib/categories/merge-commands";
import { splitOutlet } from "@/lib/categories/split-commands";
import { DEFAULT_POLICY } from "@/lib/categories/validation";
import { articles, articleTags, categories, tags } from "@/lib/db/schema";
import { mergeTags } from "@/lib/tags/merge-commands";
import { runAct } from "@/lib/taxonomy/run";
import { testDb } from "@/lib/testing/db";
import { actorOf } from "@/lib/testing/factories";
import { runImport } from "./jekyll/run";

const database = testDb();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const post = (title: string, outlet: [written: string, name: string], body: string, tag = "") =>
  `---\ntitle: "${title}"\ndate: 2026-11-20 10:00:00 +0800\ncategories: ${outlet[0]}\ntags: [${[`${outlet[1]}新闻`, tag].filter(Boolean).join(", ")}]\n---\n<p>${body}</p>\n`;
const file = (n: number) => `_posts/2026-11-20-NW20261120123456780${n}.md`;

async function take(files: Record<string, string>) {
  const path = mkdtempSync(join(tmpdir(), "finews-merged-"));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return runImport({ db: database.db, actor: { kind: "system", job: "import" }, now: new Date() }, { path });
}
const desk = () => ({ db: database.db, actor: actorOf("editor"), now: new Date() });
const outlet = async (name: string) =>
  (await database.db.select().from(categories).where(eq(categories.name, name)))[0]!;
const story = async (title: string) => (await database.db.select().from(articles).where(eq(articles.title, title)))[0]!;

test("an import finds what took an outlet's or a tag's place, updates what moved, and brings nothing back", async () => {
  const [east, west] = [
    ["donganbao", "东岸报"],
    ["xianbao", "西岸报"],
  ] as [string, string][];
  await take({ [file(1)]: post("甲", east!, "正文一。", "旧词"), [file(2)]: post("乙", west!, "正文二。", "新词") });
  const [a, b] = [await outlet("东岸报"), await outlet("西岸报")];
  const act = randomUUID();
  await mergeOutlets(desk(), { act, id: a.id, into: b.id });
  await runAct(database.db, act);
  const [old] = await database.db.select().from(tags).where(eq(tags.name, "旧词"));
  const [fresh] = await database.db.select().from(tags).where(eq(tags.name, "新词"));
  const [tagged] = [randomUUID()];
  await mergeTags(desk(), { act: tagged, id: old!.id, into: fresh!.id });
  await runAct(database.db, tagged);
  await updateOutlet(desk(), {
    ...{ id: b.id, version: b.version, name: "两岸报", slug: "lianganbao", pinyin: "", description: "", logoId: null },
    ...DEFAULT_POLICY,
  });

  const { counts } = await take({
    [file(1)]: post("甲", east!, "正文一，改过。", "旧词"),
    [file(3)]: post("丙", east!, "正文三。", "旧词"),
    [file(4)]: post("丁", west!, "正文四。"),
  });

  expect(counts).toMatchObject({ updated: 1, imported: 2, quarantined: 0 });
  for (const title of ["甲", "丙", "丁"]) expect((await story(title)).categoryId).toBe(b.id);
  expect((await story("甲")).bodyHtml).toContain("改过");
  expect(await database.db.$count(articleTags, eq(articleTags.tagId, old!.id))).toBe(0);
  expect(await database.db.$count(articleTags, eq(articleTags.tagId, fresh!.id))).toBe(3);
  expect(await database.db.$count(categories)).toBe(2);
});

test("what a split took elsewhere stays there when its file comes again, changed", async () => {
  const whole: [string, string] = ["quanbao", "全报"];
  await take({ [file(5)]: post("港股日报", whole, "正文。"), [file(6)]: post("别的", whole, "正文。") });
  const { id } = await outlet("全报");
  const act = randomUUID();
  const criteria = { sources: [], words: "港股", from: "", until: "", tag: "" };
  await splitOutlet(desk(), { act, id, criteria, into: null, name: "港报", slug: "" });
  await runAct(database.db, act);

  await take({ [file(5)]: post("港股日报", whole, "正文，改过。") });

  const moved = await story("港股日报");
  expect(moved.bodyHtml).toContain("改过");
  expect(moved.categoryId).toBe((await outlet("港报")).id);
  expect((await story("别的")).categoryId).toBe(id);
});
