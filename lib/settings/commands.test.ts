import { desc, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { forgetValues, keepUntilExpired } from "@/lib/cache/kept-value";
import { PageStore, registerStore } from "@/lib/cache/page-store";
import type { Actor } from "@/lib/context";
import { auditLog, media, outbox, siteSettings } from "@/lib/db/schema";
import { deleteMedia } from "@/lib/media/commands";
import { updateSettings } from "@/lib/settings/commands";
import { SITE_DEFAULTS } from "@/lib/settings/defaults";
import { findSite } from "@/lib/settings/queries";
import { updateSettingsInput } from "@/lib/settings/validation";
import { testDb } from "@/lib/testing/db";
import { actorOf } from "@/lib/testing/factories";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const as = (actor: Actor) => ({ db: database.db, actor, now });
const admin = () => as(actorOf("admin"));

const form = (set: Record<string, unknown> = {}) => {
  const { logo: _, ...fields } = SITE_DEFAULTS;
  return updateSettingsInput.parse({ ...fields, logoId: null, ...set });
};
const makeLogo = async () =>
  (
    await database.db
      .insert(media)
      .values({
        sha256: `${Math.random()}`,
        name: "logo.png",
        mime: "image/png",
        bytes: 1,
        width: 2000,
        height: 500,
        generation: 3,
      })
      .returning()
  )[0]!;

beforeEach(() => database.db.delete(siteSettings));

describe("updateSettings", () => {
  test("keeps what was said, once, with both values in the audit log and one tag for all pages", async () => {
    expect(await findSite(database.db)).toEqual(SITE_DEFAULTS);
    const { site, tags } = await updateSettings(admin(), form({ name: "  新  财经 ", accentDay: "114488" }));
    expect(site).toMatchObject({ name: "新 财经", accentDay: "#114488", version: 1 });
    expect(tags).toEqual(["site"]);
    const [row] = await database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
    expect(row).toMatchObject({
      action: "settings.updated",
      change: { name: { from: "金融消息", to: "新 财经" }, accentDay: { from: "#86276a", to: "#114488" } },
    });
    const [told] = await database.db.select().from(outbox).orderBy(desc(outbox.id)).limit(1);
    expect(told?.payload.tags).toEqual(["site"]);
    const again = await updateSettings(admin(), form({ version: 1, name: "新 财经", accentDay: "#114488" }));
    expect([again.site.version, again.tags]).toEqual([1, []]);
  });

  test.each([
    ["an editor", actorOf("editor"), 0, "forbidden"],
    ["an author", actorOf("author"), 0, "forbidden"],
    ["a tab that has not seen the newest", actorOf("admin"), 7, "conflict"],
  ])("refuses %s and changes nothing", async (_who, actor, version, code) => {
    await expect(updateSettings(as(actor), form({ version, name: "别的" }))).rejects.toMatchObject({ code });
    expect(await findSite(database.db)).toEqual(SITE_DEFAULTS);
  });

  test("of two at once one wins", async () => {
    const both = await Promise.allSettled([
      updateSettings(admin(), form({ name: "甲" })),
      updateSettings(admin(), form({ name: "乙" })),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await database.db.$count(siteSettings)).toBe(1);
  });

  test("a logo has the address of its newest file and cannot be deleted while it is one", async () => {
    const { id } = await makeLogo();
    const { site } = await updateSettings(admin(), form({ logoId: id }));
    expect(site.logo).toEqual({ id, src: `/media/${id}/480.webp?v=3`, width: 1600, height: 400 });
    await expect(deleteMedia(admin(), {} as never, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(
      updateSettings(admin(), form({ version: 1, logoId: "00000000-0000-7000-8000-000000000000" })),
    ).rejects.toMatchObject({
      fields: { logoId: expect.any(String) },
    });
    expect((await database.db.select().from(siteSettings).where(eq(siteSettings.logoId, id))).length).toBe(1);
  });
});

describe("the form", () => {
  const faultOf = (set: Record<string, unknown>) => {
    const { logo: _, ...fields } = SITE_DEFAULTS;
    const parsed = updateSettingsInput.safeParse({ ...fields, logoId: null, ...set });
    return parsed.success ? null : parsed.error.issues[0]?.message;
  };
  test.each<[Record<string, unknown>, string | null]>([
    [{ name: " " }, "请填网站名称"],
    [{ accentDay: "red" }, "颜色应如 #86276a"],
    [{ accentDay: "#ff8c00" }, "在白天的纸上对比只有 2.0:1，至少要 4.5:1。最近的可用色是"],
    [{ accentNight: "#0000c0" }, "在夜间的纸上对比只有 1.3:1，至少要 4.5:1。最近的可用色是"],
    [
      { footerLinks: [{ label: "脚本", href: "javascript:alert(1)" }] },
      "地址应以 / 或 https:// 开头，或是 mailto: 邮箱",
    ],
    [{ footerLinks: [{ label: "别家", href: "//evil.example" }] }, "地址应以 / 或 https:// 开头，或是 mailto: 邮箱"],
    [{ footerLinks: [{ label: "", href: "/live" }] }, "请填链接名称"],
    [
      {
        footerLinks: [
          { label: "快讯", href: "/live" },
          { label: "信箱", href: "mailto:a@example.com" },
          { label: "外站", href: "https://example.com/a" },
        ],
      },
      null,
    ],
  ])("%j: %s", (set, message) => {
    if (message === null) expect(faultOf(set)).toBeNull();
    else expect(faultOf(set)).toContain(message);
  });
});

describe("keepUntilExpired", () => {
  test("reads once until the tag is expired, and never keeps a fault or what was read too early", async () => {
    let reads = 0;
    const read = async () => ++reads;
    expect([await keepUntilExpired("site", read), await keepUntilExpired("site", read)]).toEqual([1, 2]);

    const store = new PageStore({ maxBytes: 1e6, onExpire: forgetValues });
    registerStore(store);
    try {
      expect([await keepUntilExpired("site", read), await keepUntilExpired("site", read)]).toEqual([3, 3]);
      store.expireTags(["home"]);
      expect(await keepUntilExpired("site", read)).toBe(3);
      store.expireTags(["site"]);
      const slow = keepUntilExpired("site", read);
      store.expireAll();
      expect([await slow, await keepUntilExpired("site", read)]).toEqual([4, 5]);
      store.expireTags(["site"]);
      await expect(keepUntilExpired("site", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
      expect(await keepUntilExpired("site", read)).toBe(6);
    } finally {
      registerStore(undefined);
      forgetValues();
    }
  });
});
