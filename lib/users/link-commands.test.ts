import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { resolveSession, startSession } from "@/lib/auth/sessions";
import { authenticate } from "@/lib/auth/sign-in";
import { accountLinks, auditLog, mails, users } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeCategory, makeUser } from "@/lib/testing/factories";
import { changeRights, disableUser } from "@/lib/users/admin-commands";
import * as links from "@/lib/users/link-commands";
import { findPerson, listInvitations } from "@/lib/users/list-queries";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const days = (n: number) => new Date(now.getTime() + n * 24 * 3600_000);
const as = (actor = actorOf("admin"), at = now) => ({ db: database.db, actor, now: at });
const stranger = (at = now) => ({ db: database.db, actor: { kind: "system", job: "access" } as const, now: at });
const tokenOf = (url: string) => new URL(url).searchParams.get("token")!;
const password = "kettle harbor sixteen";
const visit = { userAgent: "", address: "203.0.113.7" };

beforeEach(async () => {
  await database.db.delete(users);
  await database.db.delete(accountLinks);
  await database.db.delete(mails);
});

const invite = (email = "new@example.com", categoryIds: string[] = []) =>
  links.inviteUser(as(), { email, role: "contributor", categoryIds });

describe("an invitation", () => {
  test("becomes an account with the role and categories it was made for, once", async () => {
    const category = await makeCategory(database.db);
    const { url, isMailed } = await invite("new@example.com", [category.id]);
    expect(isMailed).toBe(false);
    const token = tokenOf(url);
    expect(JSON.stringify(await database.db.select().from(accountLinks))).not.toContain(token);
    const input = { token, name: "苏白", password };
    expect(await links.acceptInvitation(stranger(), input)).toEqual({ email: "new@example.com" });
    const who = await authenticate(database.db, { email: "new@example.com", password, address: "::1" }, now);
    expect(await findPerson(database.db, (who as { id: string }).id)).toMatchObject({
      ...{ name: "苏白", role: "contributor", hasTotp: false },
      categories: [{ id: category.id }],
    });
    await expect(links.acceptInvitation(stranger(), input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await listInvitations(database.db, now)).toEqual([]);
  });

  test("of two who use it at once lets one in", async () => {
    const token = tokenOf((await invite()).url);
    const tries = ["甲", "乙", "丙"].map((name) => links.acceptInvitation(stranger(), { token, name, password }));
    expect((await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.$count(users)).toBe(1);
  });

  test("works for seven days", async () => {
    const [first, second] = [await invite("a@example.com"), await invite("b@example.com")];
    const early = new Date(days(7).getTime() - 1);
    await links.acceptInvitation(stranger(early), { token: tokenOf(first.url), name: "甲", password });
    await expect(
      links.acceptInvitation(stranger(days(7)), { token: tokenOf(second.url), name: "乙", password }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("ends when it is revoked, and when there is a newer one for the address", async () => {
    const [first, second] = [await invite(), await invite()];
    const accept = (url: string) => links.acceptInvitation(stranger(), { token: tokenOf(url), name: "甲", password });
    await expect(accept(first.url)).rejects.toMatchObject({ code: "forbidden" });
    const [listed] = await listInvitations(database.db, now);
    await links.revokeInvitation(as(), { link: listed!.link });
    await expect(accept(second.url)).rejects.toMatchObject({ code: "forbidden" });
    await expect(links.revokeInvitation(as(), { link: listed!.link })).rejects.toMatchObject({ code: "not_found" });
  });

  test("asks for a password that is neither common nor made of the person's own words, and stays good meanwhile", async () => {
    const token = tokenOf((await invite("su.bai@example.com")).url);
    for (const bad of ["woaini1314520", "su.bai2026!!"]) {
      await expect(links.acceptInvitation(stranger(), { token, name: "苏白", password: bad })).rejects.toMatchObject({
        fields: { password: expect.any(String) },
      });
    }
    await links.acceptInvitation(stranger(), { token, name: "苏白", password });
    expect(await database.db.$count(users)).toBe(1);
  });

  test("is made by administrators only, and not for who has an account", async () => {
    const input = { email: "x@example.com", role: "author" as const, categoryIds: [] };
    for (const role of ["editor", "author", "contributor"] as const) {
      await expect(links.inviteUser(as(actorOf(role)), input)).rejects.toMatchObject({ code: "forbidden" });
    }
    const { email } = await makeUser(database.db);
    await expect(links.inviteUser(as(), { ...input, email })).rejects.toMatchObject({
      fields: { email: "这个邮箱已有账户" },
    });
  });

  test("goes out by mail in the same transaction where mail is on, and the audit log holds no secret", async () => {
    const input = { email: "new@example.com", role: "author" as const, categoryIds: [] };
    const { url, isMailed } = await links.inviteUser(as(), input, { byMail: true });
    expect(isMailed).toBe(true);
    const [mail] = await database.db.select().from(mails);
    expect(mail).toMatchObject({ recipient: "new@example.com", nextTryAt: now });
    expect(mail?.body).toContain(url);
    expect(await listInvitations(database.db, now)).toMatchObject([{ mail: { nextTryAt: now, sentAt: null } }]);
    expect(JSON.stringify(await database.db.select().from(auditLog))).not.toContain(tokenOf(url));
  });
});

describe("a link for a new password", () => {
  test("sets it once, ends the sessions, and leaves the old one alone until then", async () => {
    const user = await makeUser(database.db);
    const session = await startSession(database.db, { id: user.id, sessionVersion: 1 }, visit, now);
    const first = await links.createPasswordLink(as(), { id: user.id });
    const { url } = await links.createPasswordLink(as(), { id: user.id });
    const use = (address: string, at = now) =>
      links.acceptNewPassword(stranger(at), { token: tokenOf(address), password });
    await expect(use(first.url)).rejects.toMatchObject({ code: "forbidden" });
    expect(await resolveSession(database.db, session, visit, now)).not.toBeNull();
    await use(url);
    expect(await resolveSession(database.db, session, visit, now)).toBeNull();
    expect(await authenticate(database.db, { email: user.email, password, address: "::1" }, now)).toMatchObject({
      id: user.id,
    });
    await expect(use(url)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("works for a day, makes no account, and opens no closed one", async () => {
    const user = await makeUser(database.db);
    await makeUser(database.db, { role: "admin" });
    const late = await links.createPasswordLink(as(), { id: user.id });
    await expect(
      links.acceptNewPassword(stranger(days(1)), { token: tokenOf(late.url), password }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      links.acceptInvitation(stranger(), { token: tokenOf(late.url), name: "甲", password }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await disableUser(as(), { id: user.id });
    await expect(links.acceptNewPassword(stranger(), { token: tokenOf(late.url), password })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the last administrator", () => {
  test("is neither disabled nor made something else, also when two do it to each other at once", async () => {
    const [one, two] = [await makeUser(database.db, { role: "admin" }), await makeUser(database.db, { role: "admin" })];
    const tries = await Promise.allSettled([
      disableUser(as(actorOf("admin", two.id)), { id: one.id }),
      changeRights(as(actorOf("admin", one.id)), { id: two.id, role: "editor", categoryIds: [] }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const left = await database.db.select().from(users).where(eq(users.role, "admin"));
    expect(left.filter(({ disabledAt }) => !disabledAt)).toHaveLength(1);
  });
});

test("rights are changed with their trace in the audit log; an administrator has no list of categories", async () => {
  await makeUser(database.db, { role: "admin" });
  const user = await makeUser(database.db, { role: "author" });
  const { id: category } = await makeCategory(database.db);
  await changeRights(as(), { id: user.id, role: "editor", categoryIds: [category, category] });
  expect(await findPerson(database.db, user.id)).toMatchObject({ role: "editor", categories: [{ id: category }] });
  await changeRights(as(), { id: user.id, role: "admin", categoryIds: [category] });
  expect(await findPerson(database.db, user.id)).toMatchObject({ role: "admin", categories: [] });
  const rows = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, user.id));
  expect(rows[0]?.change).toEqual({
    from: { role: "author", categories: [] },
    to: { role: "editor", categories: [category] },
  });
});
