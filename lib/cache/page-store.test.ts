import { describe, expect, it } from "vitest";
import { PageStore } from "./page-store";

const html = (size = 10) => `<!DOCTYPE html><html lang="zh"><body>${"x".repeat(size)}</body></html>`;
const put = (store: PageStore, key: string, tags = "", { size = 10, status = 200 } = {}) => {
  store.beginRender(key);
  for (const tag of tags.split(",")) store.notesOf(key)?.tags.add(tag);
  return store.endRender(key, { html: html(size), status });
};
const make = (maxBytes = 1e6) => new PageStore({ maxBytes });

describe("PageStore", () => {
  it("expires by tag", () => {
    const store = make();
    put(store, "/a", "article:1,path:/中");
    put(store, "/b", "article:2");
    expect(store.expireTags(["path:/中"])).toBe(1);
    expect(store.get("/a")).toBeUndefined();
    expect(store.get("/b")).toBeDefined();
    store.expireAll();
    expect([store.size, store.bytes]).toEqual([0, 0]);
  });

  it("does not send a page whose time is over, and forgets it", () => {
    const store = make();
    const hold = (key: string, until: number) => {
      store.beginRender(key);
      store.notesOf(key)!.until = until;
      store.endRender(key, { html: html(), status: 200 });
    };
    hold("/holds", Date.now() + 60_000);
    hold("/over", Date.now() - 1);
    expect(store.get("/holds")).toBeDefined();
    expect(store.get("/over")).toBeUndefined();
    expect(store.size).toBe(1);
  });

  it("stays below its bound and keeps what was read last", () => {
    const store = make(200_000);
    for (let i = 0; i < 100; i++) {
      put(store, `/p${i}`, "t", { size: 10_000 });
      store.get("/p0");
      expect(store.bytes).toBeLessThanOrEqual(200_000);
    }
    expect(store.get("/p0")).toBeDefined();
    expect(store.get("/p1")).toBeUndefined();
    expect(store.get("/p99")).toBeDefined();
    expect(put(store, "/huge", "", { size: 300_000 })).toBeDefined();
    expect(store.get("/huge")).toBeUndefined();
  });

  it("gives made-up addresses only a small share", () => {
    const store = make(400_000);
    put(store, "/page");
    for (let i = 0; i < 1000; i++) put(store, `/none${i}`, "", { status: 404 });
    expect(store.get("/page")).toBeDefined();
    expect(store.size).toBeLessThan(25);
    expect(store.get("/none999")).toBeDefined();
  });

  it("keeps pictures apart, byte by byte, so that they push out no page", () => {
    const store = make(400_000);
    put(store, "/page");
    const bytes = Buffer.alloc(9000, 0xff);
    for (let i = 0; i < 100; i++) {
      store.beginRender(`/p${i}.png`);
      store.notesOf(`/p${i}.png`)?.tags.add(`article:${i}`);
      store.endRender(`/p${i}.png`, { html: "", status: 200, contentType: "image/png", bytes });
    }
    expect(store.get("/page")).toBeDefined();
    expect(store.size).toBeLessThan(6);
    expect(store.get("/p99.png")?.body.identity).toEqual(bytes);
    expect(store.expireTags(["article:99"])).toBe(1);
    expect(store.get("/p99.png")).toBeUndefined();
  });

  it("tags what is not a page with its own path, so that its creation expires it", () => {
    const store = make();
    put(store, "/a/%E4%B8%AD", "", { status: 404 });
    store.expireTags(["path:/a/中"]);
    expect(store.get("/a/%E4%B8%AD")).toBeUndefined();
  });

  it.each([
    ["its tag", (store: PageStore) => void store.expireTags(["t"])],
    ["everything", (store: PageStore) => store.expireAll()],
  ])("does not keep a page rendered while %s was expired", (_what, expire) => {
    const store = make();
    store.beginRender("/a");
    expire(store);
    store.notesOf("/a")?.tags.add("t");
    expect(store.endRender("/a", { html: html(), status: 200 })?.status).toBe(200);
    expect(store.get("/a")).toBeUndefined();
    put(store, "/a", "t");
    expect(store.get("/a")).toBeDefined();
  });

  it("keeps a page when something else was expired meanwhile", () => {
    const store = make();
    store.beginRender("/a");
    store.expireTags(["other"]);
    store.notesOf("/a")?.tags.add("t");
    store.endRender("/a", { html: html(), status: 200 });
    expect(store.get("/a")).toBeDefined();
  });

  it("takes the status from the page's notes, and nothing from a failed render", () => {
    const store = make();
    store.beginRender("/nope");
    store.notesOf("/nope")!.status = 404;
    expect(store.endRender("/nope", { html: html(), status: 200 })?.status).toBe(404);
    store.beginRender("/boom");
    expect(store.endRender("/boom", { html: html(), status: 500 })).toBeUndefined();
    expect(store.get("/boom")).toBeUndefined();
  });

  it("takes no page that nobody waits for", () => {
    const store = make();
    expect(store.notesOf("/a")).toBeUndefined();
    expect(store.endRender("/a", { html: html(), status: 200 })).toBeUndefined();
    expect(store.size).toBe(0);
  });
});
