import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import postgres from "postgres";
import { test as base, type Portal, runCommand } from "../fixtures";
import { SignInPage } from "../pages/door";
import { Reader } from "../pages/reader";
import { WritingPage } from "../pages/writing";

const PASSWORD = "a long password";

/** Who works here; each is made by the operator's command, as on a real installation. */
export const PEOPLE = {
  admin: { name: "程予安", role: "admin" },
  editor: { name: "陆遥", role: "editor" },
  colleague: { name: "沈知微", role: "editor" },
  author: { name: "顾一鸣", role: "author" },
  contributor: { name: "唐越", role: "contributor" },
  /** Leaves nothing unsaved: other journeys of the newcomer may count what is. */
  newcomer: { name: "苏白", role: "editor" },
} as const;
export type Who = keyof typeof PEOPLE;

export const accountOf = (who: string) => ({ email: `${who}@example.com`, password: PASSWORD });

export async function hire(portal: Portal, who: string, { name, role }: { name: string; role: string }) {
  const { email, password } = accountOf(who);
  await runCommand(portal, ["create-user", `--email=${email}`, `--name=${name}`, `--role=${role}`], `${password}\n`);
}

/** What is stored, for what no page shows. */
export const databaseOf = ({ dataDir }: Portal) =>
  postgres(readFileSync(join(dataDir, "postgres.url"), "utf8").trim(), { max: 1 });

/** All journeys come from one address: what earlier ones reported does not count against the next. */
export async function forgetReports(portal: Portal) {
  const sql = databaseOf(portal);
  await sql`delete from rate_limits where key like 'report:%'`;
  await sql.end();
}

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function signIn(browser: Browser, baseURL: string, who: string): Promise<State> {
  const context = await browser.newContext({ baseURL });
  const door = new SignInPage(await context.newPage());
  await door.open();
  await door.signIn(accountOf(who));
  await door.page.waitForURL("**/admin/articles");
  const state = await context.storageState();
  await context.close();
  return state;
}

type Worker = { staffed: Portal; sessions: Map<string, State> };
type Fixtures = {
  /** A page of one's own, signed in as this person. */
  at: (who: Who) => Promise<Page>;
  reader: Reader;
  /** A saved draft of the editor; gives its id. */
  draft: { id: string; title: string };
};

/** A portal whose newsroom has people in it. */
export const test = base.extend<Fixtures, Worker>({
  staffed: [
    async ({ portal }, use) => {
      for (const [who, person] of Object.entries(PEOPLE)) await hire(portal, who, person);
      await use(portal);
    },
    { scope: "worker", timeout: 180_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  sessions: [async ({}, use) => use(new Map()), { scope: "worker" }],
  at: async ({ browser, staffed, sessions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const storageState = sessions.get(who) ?? (await signIn(browser, staffed.url, who));
      sessions.set(who, storageState);
      const context = await browser.newContext({ baseURL: staffed.url, storageState });
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  reader: async ({ browser, portal }, use) => {
    const reader = new Reader(browser, portal.url);
    await use(reader);
    await reader.leave();
  },
  draft: async ({ at }, use) => {
    const title = `草稿 ${randomUUID().slice(0, 8)}`;
    const writing = new WritingPage(await at("editor"));
    await writing.open();
    await writing.fill({ title, body: "第一段。", outlet: "东岸财经" });
    await writing.save();
    await use({ id: await writing.settled(), title });
    await writing.page.close();
  },
});

export { expect } from "@playwright/test";
