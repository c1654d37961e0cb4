import { Secret, TOTP } from "otpauth";
import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { authenticate } from "@/lib/auth/sign-in";
import { stepOf } from "@/lib/auth/totp";
import { recoveryCodes } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeUser } from "@/lib/testing/factories";
import { disableUser, enableUser, resetTotp } from "@/lib/users/admin-commands";
import { beginTotp, disableTotp, enableTotp, renewRecoveryCodes } from "@/lib/users/totp-commands";

const database = testDb();
const now = new Date("2026-11-24T02:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const password = "kettle harbor sixteen";
const codeAt = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
let passwordHash: string;
let addresses = 0;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

/** Somebody whose second step was set up a minute ago. */
async function secured() {
  const user = await makeUser(database.db, { passwordHash });
  const ctx = { db: database.db, actor: actorOf("editor", user.id), now: after(-60) };
  const { secret } = await beginTotp(ctx, { current: password });
  const { codes } = await enableTotp(ctx, { code: codeAt(secret, after(-60)) });
  const address = `10.7.0.${++addresses}`;
  const signIn = (code: string, at = now, said = password) =>
    authenticate(database.db, { email: user.email, password: said, code, address }, at);
  return { user, secret, codes, signIn, ctx: { ...ctx, now } };
}

describe("the second step", () => {
  test("is what RFC 6238 computes", () => {
    const secret = Secret.fromUTF8("12345678901234567890").base32;
    for (const [seconds, code] of [
      [59, "287082"],
      [1111111109, "081804"],
      [1234567890, "005924"],
      [20000000000, "353130"],
    ] as const) {
      expect(stepOf(secret, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
    }
  });

  test("counts from the moment a code proves that the secret was read", async () => {
    const user = await makeUser(database.db, { passwordHash });
    const ctx = { db: database.db, actor: actorOf("editor", user.id), now };
    const signIn = () => authenticate(database.db, { email: user.email, password, address: "10.8.0.1" }, now);
    await expect(beginTotp(ctx, { current: "wrong" })).rejects.toMatchObject({
      fields: { current: expect.any(String) },
    });
    const { secret, address } = await beginTotp(ctx, { current: password });
    expect(address).toContain(`secret=${secret}`);
    expect(await signIn()).toMatchObject({ id: user.id });
    await expect(enableTotp(ctx, { code: codeAt(secret, after(-300)) })).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    });
    expect(await signIn()).toMatchObject({ id: user.id });
    await enableTotp(ctx, { code: codeAt(secret, now) });
    expect(await signIn()).toBe("code");
    await expect(beginTotp(ctx, { current: password })).rejects.toMatchObject({ code: "invalid" });
  });

  test("is asked for only after the right password, and takes a code once", async () => {
    const { user, secret, signIn } = await secured();
    expect(await signIn("", now, "wrong")).toBeNull();
    expect(await signIn("")).toBe("code");
    const code = codeAt(secret, now);
    expect(await signIn(code, now, "wrong")).toBeNull();
    expect(await signIn(code)).toMatchObject({ id: user.id });
    expect(await signIn(code)).toBe("wrong-code");
    expect(await signIn(codeAt(secret, after(-30)))).toBe("wrong-code");
    expect(await signIn(codeAt(secret, after(30)), after(30))).toMatchObject({ id: user.id });
  });

  test("takes the code with which it was set up no second time", async () => {
    const { secret, signIn } = await secured();
    expect(await signIn(codeAt(secret, after(-60)), after(-45))).toBe("wrong-code");
  });

  test.each([
    [-30, true],
    [30, true],
    [-31, false],
    [60, false],
  ])("lets a telephone be %i seconds off: %s", async (seconds, isIn) => {
    const { user, secret, signIn } = await secured();
    const later = after(3600);
    const answer = await signIn(codeAt(secret, new Date(later.getTime() + seconds * 1000)), later);
    expect(answer).toEqual(isIn ? { id: user.id, sessionVersion: 1 } : "wrong-code");
  });

  test("of two who send one code at once lets one in", async () => {
    const { secret, codes, signIn } = await secured();
    for (const code of [codeAt(secret, now), codes[0]!]) {
      const answers = await Promise.all([signIn(code), signIn(code)]);
      expect(answers.filter((answer) => answer === "wrong-code")).toHaveLength(1);
    }
  });

  test("is throttled: five wrong codes, and asking for the step forgives none of them", async () => {
    const { secret, signIn } = await secured();
    for (let n = 0; n < 5; n++) {
      expect(await signIn("")).toBe("code");
      expect(await signIn("000000")).toBe("wrong-code");
    }
    await expect(signIn(codeAt(secret, now))).rejects.toMatchObject({ code: "throttled" });
  });
});

describe("recovery codes", () => {
  test("are ten, work once each however they are written, and are stored as hashes", async () => {
    const { user, codes, signIn } = await secured();
    expect(new Set(codes).size).toBe(10);
    const stored = JSON.stringify(await database.db.select().from(recoveryCodes));
    expect(codes.filter((code) => stored.includes(code) || stored.includes(code.replace("-", "")))).toEqual([]);
    expect(await signIn(codes[0]!)).toMatchObject({ id: user.id });
    expect(await signIn(codes[0]!)).toBe("wrong-code");
    expect(await signIn(` ${codes[1]!.toUpperCase().replace("-", " ")}`)).toMatchObject({ id: user.id });
  });

  test("end when there are new ones, and are another's for nobody", async () => {
    const [mine, other] = [await secured(), await secured()];
    expect(await mine.signIn(other.codes[0]!)).toBe("wrong-code");
    const { codes } = await renewRecoveryCodes(mine.ctx, { current: password });
    expect(await mine.signIn(mine.codes[0]!)).toBe("wrong-code");
    expect(await mine.signIn(codes[0]!)).toMatchObject({ id: mine.user.id });
  });
});

test("the second step goes by its owner's password or by an administrator, and stays on a closed account", async () => {
  const mine = await secured();
  await expect(disableTotp(mine.ctx, { current: "wrong" })).rejects.toMatchObject({ code: "invalid" });
  expect(await mine.signIn("")).toBe("code");
  await disableTotp(mine.ctx, { current: password });
  expect(await mine.signIn("")).toMatchObject({ id: mine.user.id });

  const lost = await secured();
  const admin = { db: database.db, actor: actorOf("admin"), now };
  await expect(resetTotp(mine.ctx, { id: lost.user.id })).rejects.toMatchObject({ code: "forbidden" });
  await disableUser(admin, { id: lost.user.id });
  await enableUser(admin, { id: lost.user.id });
  expect(await lost.signIn("")).toBe("code");
  await resetTotp(admin, { id: lost.user.id });
  expect(await lost.signIn("")).toMatchObject({ id: lost.user.id });
});
