import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { auditLog, outbox, relinks, securities, securityNames } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeSecurity } from "@/lib/testing/factories";
import { createSecurity, updateSecurity } from "./edit-commands";
import { listMentioned } from "./mention-queries";
import { createSecurityInput, type UpdateSecurityInput } from "./validation";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const editor = {
  get db() {
    return database.db;
  },
  actor: actorOf("editor"),
  now,
};
const alias = (name: string, isAmbiguous = false) => ({ name, kind: "alias" as const, isAmbiguous });

beforeEach(async () => {
  await database.db.delete(securities);
  await makeSecurity(database.db, "SH601318", "中国平安");
  await makeSecurity(database.db, "HK02318", "中国平安");
  await makeSecurity(database.db, "SH600036", "招商银行");
});

const form = (set: Partial<UpdateSecurityInput> = {}): UpdateSecurityInput => ({
  ...{ symbol: "SH600036", version: 1, kind: "stock", name: "招商银行", fullName: "" },
  ...{ isAmbiguous: false, counterpart: "", names: [], ...set },
});
const find = async (symbol: string) =>
  (await database.db.select().from(securities).where(eq(securities.symbol, symbol)))[0]!;
const found = async (text: string) => (await listMentioned(database.db, [text])).map(({ symbol }) => symbol);

describe("updateSecurity", () => {
  test("an alias counts at once, for whoever looks at a text, and older articles are to be looked at", async () => {
    expect(await found("招行发布公告")).toEqual([]);
    const saved = await updateSecurity(editor, form({ names: [alias("招行")] }));
    expect(saved).toMatchObject({ version: 2, relink: expect.any(String) });
    expect(await found("招行发布公告")).toEqual(["SH600036"]);
    const [look] = await database.db.select().from(relinks).where(eq(relinks.id, saved.relink!));
    expect(look).toMatchObject({ symbol: "SH600036", words: ["招行"], finishedAt: null });
    const [name] = await database.db.select().from(securityNames).where(eq(securityNames.symbol, "SH600036"));
    expect(name).toMatchObject({ origin: "editor", initials: "zh" });
    const [row] = await database.db.select().from(auditLog).where(eq(auditLog.action, "security.updated"));
    expect(row).toMatchObject({ subjectId: "SH600036", change: { names: { from: [], to: ["招行"] } } });
    const [said] = await database.db.select().from(outbox).where(eq(outbox.topic, "security.saved"));
    expect(said!.payload.tags).toContain("stock:SH600036");
  });

  test("a name that is given up stays a former one", async () => {
    await updateSecurity(editor, form({ name: "招商银行集团" }));
    const [name] = await database.db.select().from(securityNames).where(eq(securityNames.symbol, "SH600036"));
    expect(name).toMatchObject({ name: "招商银行", kind: "former" });
  });

  test("both listings lead to each other, and let go of each other", async () => {
    await updateSecurity(editor, form({ symbol: "SH601318", name: "中国平安", counterpart: "HK02318" }));
    expect(await find("HK02318")).toMatchObject({ counterpart: "SH601318", version: 2 });
    await updateSecurity(editor, form({ symbol: "HK02318", name: "中国平安", version: 2 }));
    expect(await find("SH601318")).toMatchObject({ counterpart: null });
  });

  test("nothing changed, nothing done", async () => {
    expect(await updateSecurity(editor, form())).toMatchObject({ version: 1, relink: null, tags: [] });
  });

  test.each([
    ["a stale form", { version: 7 }, { code: "conflict" }],
    ["one that is not there", { symbol: "SH999999" }, { code: "not_found" }],
    [
      "another's name as an alias",
      { names: [alias("中国平安")] },
      { fields: { names: expect.stringContaining("SH601318") } },
    ],
    ["its own name as an alias", { names: [alias("招商银行")] }, null],
    ["a pair on one market", { counterpart: "SH601318" }, { fields: { counterpart: expect.stringContaining("香港") } }],
    ["a pair that is not there", { counterpart: "HK09999" }, { fields: { counterpart: "没有这只证券" } }],
  ])("%s", async (_what, set, fault) => {
    const saving = updateSecurity(editor, form(set));
    if (fault) await expect(saving).rejects.toMatchObject(fault);
    else await expect(saving).resolves.toMatchObject({ version: 1 });
  });

  test("is for editors of all outlets", async () => {
    const limited = { ...editor, actor: { ...actorOf("editor"), categories: ["x"] } };
    for (const actor of [limited, { ...editor, actor: actorOf("author") }])
      await expect(updateSecurity(actor, form())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("createSecurity", () => {
  test("adds one, with its names", async () => {
    const { version: _, ...added } = form({ symbol: "HK00700", name: "腾讯控股", names: [alias("鹅厂")] });
    expect(await createSecurity(editor, added)).toMatchObject({ symbol: "HK00700", relink: expect.any(String) });
    expect(await found("鹅厂与腾讯控股")).toEqual(["HK00700"]);
    await expect(createSecurity(editor, added)).rejects.toMatchObject({ fields: { symbol: "已有这个代码：腾讯控股" } });
  });

  test.each([
    ["SH600519", "stock", true],
    ["hk00700", "stock", true],
    ["USBRK.B", "stock", true],
    ["SH60051", "stock", false],
    ["BK0493", "stock", false],
    ["BK0493", "sector", true],
  ])("%s as %s: %s", (symbol, kind, isSound) => {
    const { version: _, ...added } = form();
    expect(createSecurityInput.safeParse({ ...added, symbol, kind }).success).toBe(isSound);
  });
});
