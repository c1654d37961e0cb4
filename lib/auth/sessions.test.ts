import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { endSession, resolveSession, startSession } from "@/lib/auth/sessions";
import { sessions, userCategories, users } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeCategory, makeUser } from "@/lib/testing/factories";
import { signOutEverywhere } from "@/lib/users/admin-commands";
import { changePassword, endOtherSessions, endOwnSession } from "@/lib/users/profile-commands";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const visit = { userAgent: "Firefox/140.0", address: "203.0.113.7" };
const begin = (id: string) => startSession(database.db, { id, sessionVersion: 1 }, visit, now);
const who = (session: string, at = now, seen = visit) => resolveSession(database.db, session, seen, at);
const as = (id: string) => ({ db: database.db, actor: actorOf("editor", id), now });

test("role and categories are those of this moment", async () => {
  const user = await makeUser(database.db);
  const session = await begin(user.id);
  const { id: categoryId } = await makeCategory(database.db);
  await database.db.insert(userCategories).values({ userId: user.id, categoryId });
  await database.db.update(users).set({ role: "contributor" }).where(eq(users.id, user.id));
  expect(await who(session)).toEqual({
    ...{ kind: "user", id: user.id, name: user.name, role: "contributor" },
    categories: [categoryId],
  });
});

test("a session ends after a week, and by signing out", async () => {
  const user = await makeUser(database.db);
  const session = await begin(user.id);
  expect(await who(session, after(7 * 24 * 60 - 1))).not.toBeNull();
  expect(await who(session, after(7 * 24 * 60))).toBeNull();
  await endSession(database.db, session);
  expect(await who(session)).toBeNull();
});

test("where and when it was last seen is noted every few minutes, the address only roughly", async () => {
  const user = await makeUser(database.db);
  const session = await begin(user.id);
  const elsewhere = { userAgent: "Firefox/141.0", address: "198.51.100.99" };
  const row = async () => (await database.db.select().from(sessions).where(eq(sessions.id, session)))[0];
  await who(session, after(4), elsewhere);
  expect(await row()).toMatchObject({ network: "203.0.113.*", lastSeenAt: now });
  await who(session, after(6), elsewhere);
  expect(await row()).toMatchObject({
    ...{ network: "198.51.100.*", userAgent: "Firefox/141.0", lastSeenAt: after(6), createdAt: now },
  });
  const [seen] = await database.db.select({ at: users.lastSeenAt }).from(users).where(eq(users.id, user.id));
  expect(seen?.at).toEqual(after(6));
});

test("one device, all others, or all are signed out; nobody signs out another's", async () => {
  const [user, other] = [await makeUser(database.db), await makeUser(database.db)];
  const [here, telephone, office, foreign] = [
    ...[await begin(user.id), await begin(user.id), await begin(user.id)],
    await begin(other.id),
  ];
  const left = async () => Promise.all([here, telephone, office, foreign].map(async (id) => (await who(id!)) !== null));
  await expect(endOwnSession(as(user.id), { id: foreign! })).rejects.toMatchObject({ code: "not_found" });
  await endOwnSession(as(user.id), { id: telephone! });
  expect(await left()).toEqual([true, false, true, true]);
  expect(await endOtherSessions(as(user.id), { keep: here! })).toEqual({ count: 1 });
  expect(await left()).toEqual([true, false, false, true]);
  await expect(signOutEverywhere(as(other.id), { id: user.id })).rejects.toMatchObject({ code: "forbidden" });
  await signOutEverywhere({ ...as(other.id), actor: actorOf("admin") }, { id: user.id });
  expect(await left()).toEqual([false, false, false, true]);
});

test("a new password of one's own keeps the browser at hand and no other", async () => {
  const user = await makeUser(database.db, { passwordHash: await hashPassword("the old password") });
  const [here, there] = [await begin(user.id), await begin(user.id)];
  await changePassword(as(user.id), { current: "the old password", password: "kettle harbor sixteen", keep: here });
  expect(await who(here)).not.toBeNull();
  expect(await who(there)).toBeNull();
});
