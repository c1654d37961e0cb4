import { expect, test } from "@playwright/test";
import { startPortal } from "../fixtures";
import { Postmaster } from "./postmaster";

const asBrowser = { headers: { accept: "text/html" } };

test("while the database is away finished pages stay, the rest says when to ask again, and all comes back by itself", async () => {
  test.setTimeout(180_000);
  const { portal, stop } = await startPortal();
  const ask = (path: string, more: RequestInit = {}) =>
    fetch(portal.url + path, { ...asBrowser, redirect: "manual", ...more });
  const statusOf = async (path: string) => (await ask(path)).status;
  try {
    const database = new Postmaster(portal);
    const home = await (await ask("/")).text();
    const story = /href="(\/articles\/[^"#]+)"/.exec(home)![1]!;
    expect(await statusOf(story)).toBe(200);
    const pages = { "/": home, [story]: await (await ask(story)).text() };

    await database.stop();
    await test.step("what was finished is sent as it was", async () => {
      for (const [path, html] of Object.entries(pages)) {
        const answer = await ask(path);
        expect([path, answer.status]).toEqual([path, 200]);
        expect(await answer.text()).toBe(html);
      }
    });

    await test.step("what would have to be made says so in Chinese, and when to ask again", async () => {
      for (const path of ["/category", "/nie", "/search?q=a", "/feed.xml/", "/admin", "/sign-in"]) {
        const answer = await ask(path);
        const text = await answer.text();
        expect([path, answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([
          ...[path, 503, "10", "no-store"],
        ]);
        expect(text).toContain(/^\/(admin|sign-in)/.test(path) ? "编辑部暂时打不开" : "网站暂时打不开");
        expect((await ask(path, { method: "HEAD" })).status).toBe(503);
      }
      const program = await fetch(`${portal.url}/api/search/suggest?q=a`);
      expect([program.status, program.headers.get("retry-after"), (await program.json()).code]).toEqual([
        ...[503, "10", "unavailable"],
      ]);
    });

    await database.start();
    await test.step("and back", async () => {
      await expect.poll(() => statusOf("/category")).toBe(200);
      await expect.poll(() => statusOf("/sign-in")).toBe(200);
      expect(await statusOf("/nie")).toBe(404);
      expect(await statusOf("/search?q=a")).toBe(200);
      expect(await statusOf("/admin")).toBe(307);
      expect(await statusOf("/")).toBe(200);
    });
  } finally {
    await stop();
  }
});
