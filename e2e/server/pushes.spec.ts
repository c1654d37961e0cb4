import { startPushPeer } from "../../lib/testing/push-peer";
import { faults } from "../admin/axe";
import { test as base, expect } from "../admin/newsroom";
import { runCommand, startPortal } from "../fixtures";
import { PushesPage } from "../pages/pushes";
import { WritingPage } from "../pages/writing";

const KEY = "7d0f4c1a-e2e";

/** A hub and two search engines on this machine; IndexNow has not found the key yet. */
async function startPeers() {
  const says = { indexNow: { status: 403, body: "key not found" } };
  const hub = await startPushPeer(() => ({ status: 204 }));
  const indexNow = await startPushPeer(() => says.indexNow);
  const baidu = await startPushPeer(() => ({ body: JSON.stringify({ remain: 98, success: 1 }) }));
  return { says, hub, indexNow, baidu };
}

const test = base.extend<object, { peers: Awaited<ReturnType<typeof startPeers>> }>({
  peers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const peers = await startPeers();
      await use(peers);
      for (const peer of [peers.hub, peers.indexNow, peers.baidu]) await peer.close();
    },
    { scope: "worker" },
  ],
  portal: [
    async ({ peers }, use) => {
      const { portal, stop } = await startPortal({
        ...{ WEBSUB_HUB: peers.hub.url, INDEXNOW_KEY: KEY, INDEXNOW_ENDPOINT: peers.indexNow.url },
        ...{ BAIDU_PUSH_TOKEN: "edk7ychrEZP9pDQD", BAIDU_PUSH_ENDPOINT: peers.baidu.url },
      });
      await use(portal);
      await stop();
    },
    { scope: "worker", timeout: 150_000 },
  ],
});

test("what an editor publishes, a hub and search engines hear of; what one refuses waits for a person", async ({
  at,
  draft,
  peers,
  portal,
}) => {
  test.setTimeout(240_000);
  const { says, hub, indexNow, baidu } = peers;
  const pushes = new PushesPage(await at("admin"));
  await pushes.open();
  await expect(pushes.channel("WebSub")).toContainText("已开启");

  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publishButton.click();
  const from = Date.now();
  await writing.confirmButton.click();
  await expect.poll(() => hub.heard.length, { timeout: 30_000 }).toBeGreaterThan(0);
  console.log(`the hub heard of it ${Date.now() - from} ms after the click`);
  const feeds = hub.heard.flatMap(({ body }) => new URLSearchParams(body).getAll("hub.url"));
  expect(feeds).toEqual(
    expect.arrayContaining([`${portal.url}/feed.xml`, `${portal.url}/category/dongancaijing/atom.xml`]),
  );

  const path = (await writing.publicLink.getAttribute("href")) ?? "";
  const url = new URL(path, portal.url).href;
  await expect.poll(() => baidu.heard.map(({ body }) => body)).toEqual([url]);
  await expect.poll(() => indexNow.heard.length).toBe(1);
  const { urlList, keyLocation } = JSON.parse(indexNow.heard[0]!.body);
  expect(urlList).toEqual([url]);
  expect(await (await fetch(keyLocation)).text()).toBe(KEY);

  await expect(async () => {
    await pushes.open();
    await expect(pushes.channel("IndexNow")).toContainText("403 key not found");
  }).toPass();
  await expect(pushes.channel("百度")).toContainText("今天还能推 98 个");
  for (const width of [1440, 390]) {
    await pushes.page.setViewportSize({ width, height: 900 });
    expect(await faults(pushes.page)).toEqual([]);
    const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await pushes.page.evaluate(wider)).toBe(0);
  }
  expect(await runCommand(portal, ["doctor"], "", { INDEXNOW_KEY: KEY })).toMatch(/! push to IndexNow: on.*1 refused/);

  says.indexNow = { status: 200, body: "" };
  await pushes.retry("IndexNow").click();
  await expect.poll(() => indexNow.heard.map(({ body }) => JSON.parse(body).urlList)).toEqual([[url], [url]]);
  await expect(async () => {
    await pushes.open();
    await expect(pushes.channel("IndexNow")).toContainText("被拒绝0");
  }).toPass();
  await expect(pushes.retry("IndexNow")).toHaveCount(0);
  await pushes.page.goto("/admin/audit?type=push");
  await expect(pushes.page.locator("main").getByRole("listitem").first()).toContainText("程予安 让推送再试一次");
});
