import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { connection } from "@/lib/db/client";
import { installation } from "@/lib/db/schema";
import { testDb } from "@/lib/testing/db";
import { makeCategory, makeSecurity, makeUser } from "@/lib/testing/factories";
import { ACTION_ROWS, PASSWORD } from "./action-rows";
import { API_ACTIONS, API_FOR_READERS, API_LOADERS, API_PAGES } from "./api-rows";
import { ask, find } from "./ask";
import { signIn, WHO } from "./cast";
import { actions, inlineActions, loaders, pages, routes } from "./enumerate";
import { FOR_READERS, LOADER_ROWS, PAGE_ROWS } from "./page-rows";
import { ROUTE_ROWS } from "./route-rows";
import { answerFor, type Row } from "./rows";
import { SECURITY_ACTIONS, SECURITY_LOADERS, SECURITY_PAGES, SECURITY_ROUTES } from "./security-rows";
import { TAXONOMY_ACTIONS, TAXONOMY_LOADERS, TAXONOMY_PAGES, TAXONOMY_ROUTES } from "./taxonomy-rows";
import { thingsFor } from "./things";

/** The request of the moment. Next keeps it in places of its own, which exist only while it serves one. */
const request = vi.hoisted(() => ({
  cookie: undefined as string | undefined,
  /** What goes on once the answer is given. */
  after: [] as unknown[],
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (request.cookie === undefined ? undefined : { value: request.cookie }) }),
  headers: async () => new Headers({ "user-agent": "", "x-forwarded-for": "203.0.113.7" }),
}));
vi.mock("next/cache", async (original) => ({ ...(await original<object>()), refresh: () => {} }));
vi.mock("next/server", async (original) => ({
  ...(await original<object>()),
  connection: async () => {},
  after: (task: unknown) => request.after.push(typeof task === "function" ? task() : task),
}));

const database = testDb();
const dataDir = mkdtempSync(join(tmpdir(), "finews-rights-"));
let passwordHash: string;
let place: { other: string; categoryId: string };

beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: database.url, DATA_DIR: dataDir });
  passwordHash = await hashPassword(PASSWORD);
  await makeSecurity(database.db, "SH600519", "贵州茅台");
  place = { other: (await makeUser(database.db)).id, categoryId: (await makeCategory(database.db)).id };
  await database.db.insert(installation).values({ key: "auth_secret", value: randomUUID() }).onConflictDoNothing();
});
afterAll(async () => {
  await connection().close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** What each of them gets, and what they ought to get. */
async function column(name: string, row: Row) {
  const call = await find(name);
  const got: Record<string, string> = {};
  for (const who of WHO) {
    const { id: me, email, cookie } = await signIn(database.db, who, passwordHash);
    const made = thingsFor(database.db, { me, email, ...place });
    const input = await row.input(made);
    request.cookie = cookie;
    const answer = await ask(call, Array.isArray(input) ? input : [input]);
    await Promise.all(request.after.splice(0));
    got[who] = answer === "ok" && row.cameOf ? await row.cameOf(made, input) : answer;
  }
  return { got, expected: Object.fromEntries(WHO.map((who) => [who, answerFor(who, row)])) };
}

const OPEN = [...FOR_READERS, ...API_FOR_READERS];
const TABLES = {
  action: { ...ACTION_ROWS, ...TAXONOMY_ACTIONS, ...SECURITY_ACTIONS, ...API_ACTIONS },
  route: { ...ROUTE_ROWS, ...TAXONOMY_ROUTES, ...SECURITY_ROUTES },
  page: { ...PAGE_ROWS, ...TAXONOMY_PAGES, ...SECURITY_PAGES, ...API_PAGES },
  loader: { ...LOADER_ROWS, ...TAXONOMY_LOADERS, ...SECURITY_LOADERS, ...API_LOADERS },
};

describe("every way in has a row, and every row a way in", () => {
  test.each([
    ["action", actions, TABLES.action],
    ["route", routes, TABLES.route],
    ["page", pages, TABLES.page],
    ["loader", loaders, TABLES.loader],
  ] as const)("%s", (_kind, list, rows) => {
    const known = list();
    const forReaders = OPEN.filter((name) => known.includes(name));
    expect([...Object.keys(rows), ...forReaders].sort()).toEqual([...known].sort());
  });

  test("nothing is listed for readers that is not there, and nothing of the newsroom's is", () => {
    const all = [...actions(), ...routes(), ...pages(), ...loaders()];
    expect(OPEN.filter((name) => !all.includes(name))).toEqual([]);
    expect(OPEN.filter((name) => /^app\/(?:api\/)?admin\//.test(name))).toEqual([]);
  });

  test("no server action hides inside of another file", () => {
    expect(inlineActions()).toEqual([]);
  });
});

for (const [kind, rows] of Object.entries(TABLES)) {
  describe(`role × ${kind}`, () => {
    const cells = Object.entries(rows).flatMap(([name, its]) => its.map((row) => ({ name, about: row.about, row })));
    test.each(cells)("$name: $about", async ({ name, row }) => {
      const { got, expected } = await column(name, row);
      expect(got).toEqual(expected);
    });
  });
}
