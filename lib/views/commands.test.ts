import { describe, expect, test } from "vitest";
import type { Role } from "@/lib/context";
import { auditLog } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeUser } from "@/lib/testing/factories";
import { changeView, deleteView, saveView } from "@/lib/views/commands";
import { listViews } from "@/lib/views/queries";
import { saveViewInput } from "@/lib/views/validation";

const database = testDb();

async function hire(role: Role) {
  const { id, name } = await makeUser(database.db, { role });
  return { db: database.db, actor: { kind: "user" as const, id, name, role, categories: [] }, now: new Date() };
}
const namesFor = async ({ actor }: { actor: { id: string } }) =>
  (await listViews(database.db, actor.id)).map(({ name }) => name);
const own = (name: string) => ({ name, query: "status=draft", isShared: false });

describe("a saved view", () => {
  test("is its owner's; shared, it is everyone's", async () => {
    const [editor, other, author] = [await hire("editor"), await hire("editor"), await hire("author")];
    await saveView(editor, own("只给自己"));
    const { id } = await saveView(editor, { ...own("给大家"), isShared: true });
    expect(await namesFor(editor)).toEqual(["只给自己", "给大家"]);
    expect(await namesFor(author)).toEqual(["给大家"]);
    await changeView(other, { id, name: "大家的", isShared: true });
    expect(await namesFor(author)).toEqual(["大家的"]);
    await expect(changeView(author, { id, name: "我的", isShared: true })).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteView(author, id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await deleteView(other, id)).toEqual({ name: "大家的", query: "status=draft", isShared: true });
    expect(await namesFor(author)).toEqual([]);
    expect((await database.db.select().from(auditLog)).map(({ action }) => action)).toEqual([
      ...["view.created", "view.created", "view.changed", "view.deleted"],
    ]);
  });

  test("an author keeps their own and shares none", async () => {
    const [author, editor] = [await hire("author"), await hire("editor")];
    const { id } = await saveView(author, own("我的"));
    const shared = { id, name: "我的", isShared: true };
    await expect(saveView(author, { ...own("大家"), isShared: true })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeView(author, shared)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeView(editor, shared)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deleteView(editor, id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("has a name of its own, and there are not too many", async () => {
    const editor = await hire("editor");
    await saveView(editor, own("一"));
    await expect(saveView(editor, own("一"))).rejects.toMatchObject({ fields: { name: expect.any(String) } });
    for (let n = 2; n <= 30; n++) await saveView(editor, own(`第${n}`));
    await expect(saveView(editor, own("再一个"))).rejects.toMatchObject({ code: "invalid" });
  });
});

test("what is kept is the list's own spelling, without a place in it", () => {
  const place = "1_01900000-0000-7000-8000-000000000000";
  const input = saveViewInput.parse({
    name: " 名 ",
    query: `x=1&level=9&q=锂&status=draft&after=${place}`,
    isShared: false,
  });
  expect(input).toEqual({ name: "名", query: "q=%E9%94%82&status=draft", isShared: false });
});
