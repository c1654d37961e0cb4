import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Person } from "@/lib/auth/actor";
import { pastes } from "@/lib/db/schema";
import { countPastes, listPastes } from "@/lib/revisions/queries";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeUser } from "@/lib/testing/factories";
import { keepWriting, saveWriting } from "@/lib/writing/commands";
import { EMPTY_FIELDS } from "@/lib/writing/fields";
import type { Paste } from "@/lib/writing/validation";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const hire = async () => actorOf("editor", (await makeUser(database.db)).id);
const as = (actor: Person, at = now) => ({ db: database.db, actor, now: at });
const paste = (html: string): Paste => ({ id: randomUUID(), html, dropped: [{ what: "样式", count: 2 }] });
const beat = (actor: Person, articleId: string, sent: Paste[], at = now) =>
  keepWriting(as(actor, at), { articleId, writing: true, leaving: false, pastes: sent });

async function save(actor: Person, id: string, version: number, sent: Paste[] = [], title = "公告来了") {
  const { id: categoryId } = await makeCategory(database.db);
  const fields = { ...EMPTY_FIELDS, title, bodyHtml: "<p>公告。</p>", categoryId, kind: "story" as const, level: 1 };
  return saveWriting(as(actor), { ...fields, id, version, seq: version + 1, pastes: sent });
}
const htmlOf = async (id: string, version: number) =>
  (await listPastes(database.db, id, version)).map(({ html }) => html);

test("what was pasted before and with a save belongs to that version, once, and the next one begins empty", async () => {
  const editor = await hire();
  const id = randomUUID();
  const [early, late] = [paste("<p style='x'>早</p>"), paste("<p style='x'>晚</p>")];
  await beat(editor, id, [early]);
  await beat(editor, id, [early]);
  await save(editor, id, 0, [early, late]);
  // the answer was lost: the same words again
  await save(editor, id, 0, [early, late]).catch(() => {});
  await save(editor, id, 1, [], "改过");
  expect((await htmlOf(id, 1)).sort()).toEqual([early.html, late.html].sort());
  expect(await htmlOf(id, 2)).toEqual([]);
  expect(await countPastes(database.db, id, [1, 2])).toEqual(new Map([[1, 2]]));
});

test("another's pasting stays theirs until they save; a refused save leaves it waiting", async () => {
  const draft = await makeArticle(database.db);
  const [one, other] = [await hire(), await hire()];
  await beat(other, draft.id, [paste("<p>乙的</p>")]);
  await beat(one, draft.id, [paste("<p>甲的</p>")]);
  await save(one, draft.id, 1);
  expect(await htmlOf(draft.id, 2)).toEqual(["<p>甲的</p>"]);
  await expect(save(other, draft.id, 1)).rejects.toMatchObject({ code: "conflict" });
  await save(other, draft.id, 2, [], "另一句");
  expect(await htmlOf(draft.id, 3)).toEqual(["<p>乙的</p>"]);
});

test("goes with the text that its writer threw away, and after a month with nobody asking", async () => {
  const [one, other] = [await hire(), await hire()];
  const [thrown, forgotten] = [randomUUID(), randomUUID()];
  await beat(one, thrown, [paste("<p>不要了</p>")]);
  await keepWriting(as(one), {
    ...{ articleId: thrown, writing: false, leaving: false, pastes: [] },
    copy: { baseVersion: 0, seq: 9, fields: null },
  });
  expect(await database.db.$count(pastes, eq(pastes.articleId, thrown))).toBe(0);
  await beat(other, forgotten, [paste("<p>忘了</p>")], new Date("2026-10-01T00:00:00Z"));
  await save(other, randomUUID(), 0);
  expect(await database.db.$count(pastes, eq(pastes.articleId, forgotten))).toBe(0);
});

test("is refused of someone who may not edit the article", async () => {
  const draft = await makeArticle(database.db);
  const author = actorOf("author", (await makeUser(database.db, { role: "author" })).id);
  await expect(beat(author, draft.id, [paste("<p>x</p>")])).rejects.toMatchObject({ code: "forbidden" });
});
