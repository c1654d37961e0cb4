import { beforeAll, expect, test } from "vitest";
import { listAudit, nameSubjects } from "@/lib/audit/queries";
import { recordAudit } from "@/lib/audit/record";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle } from "@/lib/testing/factories";

const database = testDb();
const [editor, other] = [actorOf("editor"), actorOf("admin")];
const at = (day: number) => new Date(Date.UTC(2026, 10, day, 3));

const write = (actor: typeof editor, day: number, action: string, subjectId: string, count = 1) =>
  database.db.transaction((tx) => {
    const entry = { action, subjectType: action.split(".")[0]!, subjectId, change: {} };
    return recordAudit(tx, { actor, now: at(day) }, ...Array.from({ length: count }, () => entry));
  });

beforeAll(async () => {
  // An import ends after an editor's work and writes under the time of its beginning.
  await write(other, 3, "user.created", "u", 2);
  await write(editor, 1, "article.published", "a", 130);
  await write(editor, 2, "article.withdrawn", "a");
});

const list = (filter = {}, page = {}) => listAudit(database.db, filter, page);
const place = ({ micros, id }: Awaited<ReturnType<typeof list>>["items"][number]) => ({ micros, id });

test("newest first by time, every row once, also of one moment, and back again", async () => {
  const pages = [await list()];
  while (pages.at(-1)!.hasOlder) pages.push(await list({}, { after: place(pages.at(-1)!.items.at(-1)!) }));
  const all = pages.flatMap(({ items }) => items);
  expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([133, 133]);
  expect(all.slice(0, 4).map(({ action }) => action)).toEqual([
    "user.created",
    "user.created",
    "article.withdrawn",
    "article.published",
  ]);
  const back = await list({}, { before: place(pages[1]!.items[0]!) });
  expect([back.items, back.hasNewer]).toEqual([pages[0]!.items, false]);
});

test.each([
  [{ actor: `user:${other.id}` }, 2],
  [{ action: "article.withdrawn" }, 1],
  [{ subjectType: "user", subjectId: "u" }, 2],
  [{ subjectType: "article", subjectId: "none" }, 0],
  [{ since: at(2), until: at(3) }, 1],
  [{ actor: `user:${editor.id}`, action: "article.withdrawn", since: at(2) }, 1],
])("%j leaves %i rows", async (filter, count) => {
  expect((await list(filter)).items).toHaveLength(count);
});

test("subjects have the name that they have today; what is gone or no thing of ours has none", async () => {
  const { id, title } = await makeArticle(database.db);
  const rows = [
    { subjectType: "article", subjectId: id },
    { subjectType: "article", subjectId: "0190a000-0000-7000-8000-000000000000" },
    { subjectType: "article", subjectId: "no uuid" },
    { subjectType: "thing", subjectId: id },
  ];
  expect([...(await nameSubjects(database.db, rows))]).toEqual([[`article:${id}`, title]]);
});
