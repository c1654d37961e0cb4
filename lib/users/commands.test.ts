import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { installationSecret } from "@/lib/auth/secret";
import { resolveSession, startSession } from "@/lib/auth/sessions";
import { authenticate } from "@/lib/auth/sign-in";
import type { Actor } from "@/lib/context";
import { auditLog, rateLimits, setupTokens, users } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeUser } from "@/lib/testing/factories";
import { disableUser } from "@/lib/users/admin-commands";
import * as commands from "@/lib/users/commands";
import { changePassword } from "@/lib/users/profile-commands";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const tomorrow = new Date("2026-11-25T02:00:01Z");
const setup: Actor = { kind: "system", job: "setup" };
const as = (actor: Actor) => ({ db: database.db, actor, now });
const person = { email: "first@example.com", name: "程予安", password: "a long password" };

beforeEach(async () => {
  await database.db.delete(users);
  await database.db.delete(setupTokens);
  await database.db.delete(rateLimits);
});

describe("set-up", () => {
  test("works once, and the person can sign in", async () => {
    const token = (await commands.createSetupToken(database.db, now))!;
    const { id } = await commands.createFirstAdmin(as(setup), { token, ...person });
    expect(await authenticate(database.db, { ...person, email: " First@Example.com", address: "::1" }, now)).toEqual({
      id,
      sessionVersion: 1,
    });
    await expect(
      commands.createFirstAdmin(as(setup), { token, ...person, email: "b@example.com" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await commands.createSetupToken(database.db, now)).toBeNull();
    expect(
      await database.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.subjectId, id)),
    ).toEqual([{ action: "user.created" }]);
  });

  test("of many at once exactly one becomes the administrator", async () => {
    const token = (await commands.createSetupToken(database.db, now))!;
    const tries = Array.from({ length: 6 }, (_, n) =>
      commands.createFirstAdmin(as(setup), { token, ...person, email: `p${n}@example.com` }),
    );
    expect((await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.db.$count(users)).toBe(1);
  });

  test("a newer link ends the earlier one, a day ends any, and the token itself is not stored", async () => {
    const first = (await commands.createSetupToken(database.db, now))!;
    const second = (await commands.createSetupToken(database.db, now))!;
    await expect(commands.createFirstAdmin(as(setup), { token: first, ...person })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      commands.createFirstAdmin({ ...as(setup), now: tomorrow }, { token: second, ...person }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(JSON.stringify(await database.db.select().from(setupTokens))).not.toContain(second);
    expect(await database.db.$count(users)).toBe(0);
  });
});

const visit = { userAgent: "Firefox/140.0", address: "203.0.113.7" };
const signedIn = (id: string, sessionVersion = 1) => startSession(database.db, { id, sessionVersion }, visit, now);
const actorBy = (session: string, at = now) => resolveSession(database.db, session, visit, at);

describe("sessions", () => {
  test("a changed password ends the sessions made before it", async () => {
    const user = await makeUser(database.db, { passwordHash: await hashPassword("the old password") });
    const old = await signedIn(user.id);
    expect(await actorBy(old)).toMatchObject({ id: user.id, role: "editor", categories: [] });
    const me = actorOf("editor", user.id);
    await expect(changePassword(as(me), { current: "wrong", password: "the new password" })).rejects.toMatchObject({
      fields: { current: expect.any(String) },
    });
    expect(await actorBy(old)).not.toBeNull();
    await changePassword(as(me), { current: "the old password", password: "the new password" });
    expect(await actorBy(old)).toBeNull();
    // One that was begun with the old password and is made only now.
    expect(await actorBy(await signedIn(user.id, 1))).toBeNull();
    expect(await actorBy(await signedIn(user.id, 2))).not.toBeNull();
    expect(
      await authenticate(database.db, { email: user.email, password: "the new password", address: "::1" }, now),
    ).toMatchObject({ sessionVersion: 2 });
  });

  test("a disabled user is out at once and cannot sign in", async () => {
    const user = await makeUser(database.db, { passwordHash: await hashPassword("the old password") });
    const session = await signedIn(user.id);
    await disableUser(as(actorOf("admin")), { id: user.id });
    expect(await actorBy(session)).toBeNull();
    expect(await actorBy(await signedIn(user.id, 2))).toBeNull();
    expect(
      await authenticate(database.db, { email: user.email, password: "the old password", address: "::1" }, now),
    ).toBeNull();
  });

  test("a password set by an administrator ends the sessions made before it, and the audit log says who did it", async () => {
    const user = await makeUser(database.db, { passwordHash: await hashPassword("the old password") });
    const input = { id: user.id, password: "the new password" };
    const session = await signedIn(user.id);
    await expect(commands.setPassword(as(actorOf("editor")), input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await actorBy(session)).not.toBeNull();
    await commands.setPassword(as({ kind: "system", job: "cli" }), input);
    expect(await actorBy(session)).toBeNull();
    const { email, password } = { ...input, email: user.email };
    expect(await authenticate(database.db, { email, password, address: "::1" }, now)).toMatchObject({
      sessionVersion: 2,
    });
    expect(
      await database.db
        .select({ action: auditLog.action, actor: auditLog.actor })
        .from(auditLog)
        .where(eq(auditLog.subjectId, user.id)),
    ).toEqual([{ action: "user.password-set", actor: "system:cli" }]);
  });

  test("a wrong password and an unknown account answer the same, and the sixth attempt waits", async () => {
    const user = await makeUser(database.db, { passwordHash: await hashPassword("the old password") });
    const attempt = (email: string, password = "wrong") =>
      authenticate(database.db, { email, password, address: "192.0.2.1" }, now);
    for (let n = 0; n < 5; n++) expect(await attempt(user.email)).toBeNull();
    expect(await attempt("nobody@example.com")).toBeNull();
    await expect(attempt(user.email, "the old password")).rejects.toMatchObject({
      code: "throttled",
      message: expect.stringContaining("15 分钟"),
    });
  });
});

describe("users", () => {
  test("only an administrator makes and disables users, and the last one stays", async () => {
    const boss = await makeUser(database.db, { role: "admin" });
    const input = { email: "new@example.com", name: "新", role: "author" as const, password: "a long password" };
    await expect(commands.createUser(as(actorOf("editor")), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(disableUser(as(actorOf("author")), { id: boss.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    const admin = as(actorOf("admin", boss.id));
    await commands.createUser(admin, input);
    await expect(commands.createUser(admin, input)).rejects.toMatchObject({ fields: { email: expect.any(String) } });
    await expect(disableUser(admin, { id: boss.id })).rejects.toMatchObject({ code: "invalid" });
    expect(await database.db.$count(users)).toBe(2);
  });
});

test("the installation's secret is made once, whoever asks first", async () => {
  const secrets = await Promise.all(Array.from({ length: 5 }, () => installationSecret(database.db)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]!.length).toBeGreaterThanOrEqual(40);
});
