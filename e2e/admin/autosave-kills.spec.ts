import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { freePort } from "../../lib/free-port";
import { startPortal } from "../fixtures";
import { SignInPage } from "../pages/door";
import { WritingPage } from "../pages/writing";
import { accountOf, hire, PEOPLE } from "./newsroom";

const MOST_LOST_MS = 2_000;
const ROUNDS = 20;
/** `browser`: all that the browser held is gone, only the server's draft is left. */
const KINDS = ["tab", "crash", "network", "server", "browser"] as const;

/** Numbers from 0 to 1 that come again with the same seed (mulberry32). */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Types numbered words without a pause; `typed` holds when each was in the text. */
async function typeOn(page: Page, typed: number[], isOver: () => boolean) {
  while (!isOver()) {
    await page.keyboard.insertText(`${typed.length} `);
    typed.push(Date.now());
  }
}

test("20 kills of tab, network, server and browser at random moments: at most two seconds of typing are lost", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const random = seeded(seed);
  const dataDir = mkdtempSync(join(tmpdir(), "finews-e2e-"));
  chmodSync(dataDir, 0o755);
  const start = async (port: number) => startPortal({ DATA_DIR: dataDir, PORT: String(port) });
  const port = await freePort();
  let server = await start(port);
  const baseURL = `http://localhost:${port}`;
  await hire({ ...server.portal, dataDir }, "editor", PEOPLE.editor);
  let context = await browser.newContext({ baseURL });
  const door = new SignInPage(await context.newPage());
  await door.open();
  await door.signIn(accountOf("editor"));
  await door.page.waitForURL("**/admin/articles");
  const storageState = await context.storageState();
  const writing = new WritingPage(door.page);
  await writing.open();
  const address = writing.page.url();
  let page = writing.page;

  const lost: string[] = [];
  let longEnough = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const kind = KINDS[round % KINDS.length]!;
    const typed: number[] = [];
    let isOver = false;
    await page.getByRole("textbox", { name: "正文" }).press("ControlOrMeta+a");
    await page.keyboard.insertText(`轮${round}：`);
    const typing = typeOn(page, typed, () => isOver).catch(() => {});
    await new Promise((done) => setTimeout(done, 1_000 + random() * 2_400));
    if (kind === "server") server.child.kill("SIGKILL");
    if (kind === "network") await context.setOffline(true);
    // Without line or server one goes on typing for a while, then the tab dies as well.
    if (kind === "server" || kind === "network") await new Promise((done) => setTimeout(done, random() * 1_500));

    const killedAt = Date.now();
    if (kind === "crash" || kind === "browser") void page.goto("chrome://crash").catch(() => {});
    else await page.close();
    isOver = true;
    await typing;
    if (kind === "crash") await page.close();
    if (kind === "browser") await context.close();

    if (kind === "network") await context.setOffline(false);
    if (kind === "server") server = await start(port);
    if (kind === "browser") context = await browser.newContext({ baseURL, storageState });
    page = await context.newPage();
    await page.goto(address);
    const body = page.getByRole("textbox", { name: "正文" });
    await body.waitFor();
    const text = (await body.textContent()) ?? "";
    const found = text.startsWith(`轮${round}：`)
      ? (text.match(/\d+ ?/g) ?? []).slice(1).map((word) => word.trim())
      : [];
    const kept = found.length;
    expect(found).toEqual(Array.from({ length: kept }, (_, n) => String(n)));
    const due = typed.filter((at) => at <= killedAt - MOST_LOST_MS).length;
    longEnough += due;
    const first = typed[kept];
    lost.push(`${kind} ${first === undefined || first > killedAt ? 0 : killedAt - first} ms`);
    expect.soft(kept, `round ${round}, ${kind}: ${typed.length} typed`).toBeGreaterThanOrEqual(due);
  }
  console.log(`typing lost: ${lost.join(", ")}`);
  expect(longEnough, "words that had to be kept").toBeGreaterThan(100);
  await context.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
