import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tablesWith } from "../../lib/testing/places";
import { type Portal, runCommand, startPortal } from "../fixtures";
import { EditorPage } from "../pages/editor";
import { png } from "../pages/files";
import { PreviewPage } from "../pages/preview";
import { ReportForm, TakedownPage } from "../pages/reporting";
import { WritingPage } from "../pages/writing";
import { databaseOf, expect, forgetReports, test } from "./newsroom";

test.beforeEach(({ portal }) => forgetReports(portal));

const GROUNDS = { requester: "某市中级人民法院", reason: "侵害名誉权", basis: "（2026）某民终 1 号" };
/** Passes the page server by: Next itself answers. */
const PREVIEW = { cookie: "__prerender_bypass=none" };
const RSC = { rsc: "1" };

type Channel = { name: string; path: string; headers?: Record<string, string> };

const ask = async (portal: Portal, { path, headers }: Channel) => {
  // A payload is answered at the address that Next makes of it.
  const redirect = headers && "rsc" in headers ? "follow" : "manual";
  const answer = await fetch(portal.url + path, { headers: headers ?? {}, redirect });
  return { status: answer.status, text: await answer.text() };
};

/** Names of the channels that tell any of these words. */
async function leaks(portal: Portal, channels: Channel[], words: string) {
  const found: string[] = [];
  for (const channel of channels) {
    const { text } = await ask(portal, channel);
    if (text.includes(words) || decodeURIComponent(text.replaceAll("%", "%25")).includes(words))
      found.push(channel.name);
  }
  return found;
}

test("a takedown leaks nothing: pages, payloads, lists, feed, media, caches of two instances, files and rows", async ({
  at,
  staffed,
  reader,
}) => {
  test.setTimeout(180_000);
  const secret = `密${randomUUID().slice(0, 8)}`;
  const url = readFileSync(join(staffed.dataDir, "postgres.url"), "utf8").trim();
  const second = await startPortal({ DATABASE_URL: url, WORKER: "off" });
  const sql = databaseOf(staffed);
  try {
    const writing = new EditorPage(await at("editor"));
    await writing.write(`正文${secret}。`);
    await writing.fill({
      title: `标题${secret}`,
      outlet: "东岸财经",
      slug: "chexia",
      tags: `签${secret}`,
      symbols: "SH600519",
    });
    await writing.field("摘要").fill(`摘要${secret}`);
    await writing.pickPicture(await png(`${secret}.png`));
    await writing.describePicture({ 替代文字: `图${secret}`, 图注: `注${secret}`, 图源: secret });
    await writing.publish();
    const id = await writing.settled();
    await writing.correct({ note: `更正${secret}`, reason: "笔误" });
    await expect(writing.correction).not.toHaveAttribute("open");
    await writing.fill({ slug: "chexia-xin" });
    await writing.save();
    await expect(writing.publicLink).toHaveAttribute("href", "/articles/chexia-xin");
    const preview = new PreviewPage(writing.page);
    await preview.open(id);
    const shared = await preview.share();
    const form = new ReportForm(await reader.open("/articles/chexia-xin"));
    await form.open("/articles/chexia-xin");
    await form.fill({ quote: `正文${secret}。`, message: `错${secret}` });
    await form.send();
    await expect(form.heading).toHaveText("已收到你的报错");
    const report = new URL(form.page.url()).pathname;
    // Unsaved text of the editor, on the server and in this browser.
    await writing.open(id);
    await writing.fill({ title: `未存${secret}` });
    await expect(writing.saved).toContainText(/已保存.*读者还看不到，待更新/);

    const story = (await reader.answer("/articles/chexia-xin")).text;
    const media = [...new Set([...story.matchAll(/\/media\/[0-9a-f-]{36}\/[\w.]+/g)].map(([address]) => address))];
    const image = /\/share\/article\/[\w-]+\.png/.exec(story)![0];
    const folder = join(staffed.dataDir, "media", media[0]!.split("/")[2]!);
    for (const path of media)
      await expect.poll(async () => (await ask(staffed, { name: path, path })).status).toBe(200);
    const files = () => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []);
    await expect.poll(() => files().filter((file) => file.isFile()).length, { timeout: 30_000 }).toBeGreaterThan(2);
    const neighbour = /<a href="(\/articles\/[^"]+)" rel="prev"/.exec(story)![1]!;
    const tag = `/tag/${encodeURIComponent(`签${secret}`)}`;
    const pages: Channel[] = [
      ...["/articles/chexia-xin", "/articles/chexia-xin/history", "/articles/chexia-xin/report"],
      ...["/", "/category/dongancaijing", "/stock/SH600519", tag, neighbour, "/corrections", "/corrections/feed.xml"],
    ].map((path) => ({ name: path, path }));
    const rendered = pages.flatMap(({ path }) => [
      { name: `Next ${path}`, path, headers: PREVIEW },
      { name: `payload ${path}`, path, headers: { ...RSC, ...PREVIEW } },
      { name: `payload through the cache ${path}`, path, headers: RSC },
    ]);
    const links: Channel[] = [shared, report].map((path) => ({ name: path, path }));
    const channels = [...pages, ...rendered, ...links];

    await test.step("before, every channel tells it: else silence afterwards would prove nothing", async () => {
      for (const portal of [staffed, second.portal]) {
        const telling = await leaks(portal, channels, secret);
        expect(telling).toEqual(channels.map(({ name }) => name));
        expect(await ask(portal, { name: "share image", path: image })).toMatchObject({ status: 200 });
      }
      expect(await tablesWith(sql, secret)).toEqual(
        expect.arrayContaining(["articles", "corrections", "media", "reports", "revisions", "tags", "working_copies"]),
      );
    });

    const takedown = new TakedownPage(await at("admin"));
    await test.step("it takes an admin, grounds and typed words", async () => {
      const editor = await writing.page.context().newPage();
      await editor.goto(`/admin/articles/${id}/takedown`);
      await expect(editor.getByLabel("谁要求删除")).toHaveCount(0);
      await editor.close();
      await takedown.open(id);
      await expect(takedown.page.getByText("只有它用的图片")).toBeVisible();
      await takedown.fill(GROUNDS);
      await takedown.type("删除");
      await expect(takedown.confirm).toBeDisabled();
      await takedown.type("永久删除");
      await takedown.confirm.click();
      await expect(takedown.record).toBeVisible();
    });

    await test.step("at the next request of this instance and at once on the other, nothing tells it", async () => {
      expect(await leaks(staffed, channels, secret)).toEqual([]);
      await expect.poll(() => leaks(second.portal, channels, secret), { timeout: 10_000 }).toEqual([]);
      for (const portal of [staffed, second.portal]) {
        for (const path of ["/articles/chexia-xin", "/articles/chexia-xin/history", "/articles/chexia-xin/report"]) {
          const { status, text } = await ask(portal, { name: path, path });
          expect([path, status]).toEqual([path, 410]);
          expect(text).toContain(GROUNDS.requester);
        }
        expect(await ask(portal, { name: "the address before", path: "/articles/chexia" })).toMatchObject({
          status: 308,
        });
        expect(await ask(portal, { name: "share image", path: image })).toMatchObject({ status: 410 });
        expect(await ask(portal, { name: "preview", path: shared })).toMatchObject({ status: 404 });
        expect(await ask(portal, { name: "tag", path: tag })).toMatchObject({ status: 410 });
      }
      expect((await reader.answer("/corrections")).text).toContain(GROUNDS.reason);
    });

    await test.step("every size of the picture is gone, and its files", async () => {
      for (const path of [...media, media[0]!.replace(/[^/]+$/, "original")]) {
        const etag = { "if-none-match": "*" };
        expect([path, (await ask(staffed, { name: path, path })).status]).toEqual([path, 410]);
        expect([path, (await ask(staffed, { name: path, path, headers: etag })).status]).toEqual([path, 410]);
      }
      expect(files().filter((file) => file.isFile())).toEqual([]);
    });

    await test.step("no row holds it, the open editor cannot bring it back, nor an import of what was exported", async () => {
      // For a day the announcement to the other instances names the address of the tag.
      const rows = async () => (await tablesWith(sql, secret)).filter((table) => table !== "outbox");
      expect(await rows()).toEqual([]);
      await writing.page.bringToFront();
      await writing.fill({ title: `再来${secret}` });
      await writing.save();
      await expect(writing.alert).toContainText("已按要求删除");
      expect(await rows()).toEqual([]);
      const fresh = new WritingPage(writing.page);
      await fresh.page.goto(`/admin/articles/${id}`, { waitUntil: "commit" }).catch(() => {});
      await expect(fresh.page.getByText("这篇文章已按要求永久删除")).toBeVisible();
      await expect(fresh.page.getByText(secret)).toHaveCount(0);
      const out = join(staffed.dataDir, "out");
      await runCommand(staffed, ["export", out]);
      const exported = readdirSync(join(out, "_posts")).filter((name) => name.includes("chexia"));
      expect(exported).toEqual([]);
    });
  } finally {
    await sql.end();
    await second.stop();
  }
});
