import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { textOf } from "../../lib/testing/html-text";
import { expect, type Portal, test } from "../fixtures";
import { foreignScripts } from "../scripts";

/** Passes the page server by: Next itself answers. */
const PREVIEW = { cookie: "__prerender_bypass=none" };
const linkTo = (html: string, prefix: string) => new RegExp(`href="(${prefix}[^"?#]+)"`).exec(html)?.[1];

const database = (portal: Portal) =>
  postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });

/** One address of each reader template. */
async function templates(portal: Portal) {
  const sql = database(portal);
  const [row] = await sql`
    select (select slug from articles where status = 'published' and kind = 'story' order by publish_at desc limit 1) as story,
      (select slug from articles where status = 'published' and kind = 'flash' order by publish_at desc limit 1) as flash,
      (select slug from articles where body_html like '%<table>%' limit 1) as tabular,
      (select symbol from mentions limit 1) as symbol`;
  await sql`
    with made as (insert into tags (id, slug, name) values (gen_random_uuid(), 'moban', '模板') returning id)
    insert into article_tags (article_id, tag_id, listed_at)
    select articles.id, made.id, publish_at from articles, made where slug = ${row!.story}`;
  const [gone] = await sql`
    update articles set status = 'withdrawn', withdrawn_reason = '数字有误', version = version + 1
    where id = (select id from articles where status = 'published' and kind = 'story' order by publish_at limit 1)
    returning id, slug`;
  await sql`insert into outbox (topic, payload) values ('test', ${sql.json({ tags: [`article:${gone!.id}`] })})`;
  await sql.end();
  const outlet = "/category/dongancaijing";
  const html = await (await fetch(portal.url + outlet)).text();
  return {
    home: ["/", 200],
    directory: ["/category", 200],
    outlet: [outlet, 200],
    "second page of an outlet": [linkTo(html, `${outlet}/before/`), 200],
    live: ["/live", 200],
    "live, important": ["/live/important", 200],
    story: [`/articles/${row!.story}`, 200],
    "story with a table": [`/articles/${row!.tabular}`, 200],
    flash: [`/articles/${row!.flash}`, 200],
    security: [`/stock/${row!.symbol}`, 200],
    "flashes of a security": [`/stock/${row!.symbol}/flashes`, 200],
    securities: ["/stock", 200],
    tag: ["/tag/moban", 200],
    missing: ["/articles/gibt-es-nicht", 404],
    history: [`/articles/${row!.story}/history`, 200],
    "marking a sentence": [`/articles/${row!.story}/report`, 200],
    corrections: ["/corrections", 200],
    later: ["/later", 200],
    withdrawn: [`/articles/${gone!.slug}`, 410],
  } as Record<string, [string, number]>;
}

/** Both are drawn in a minute of their own. */
const still = (text: string) => text.replace(/截至 \d\d:\d\d/g, "截至");

test("each reader page says what Next rendered, and needs no script", async ({ portal }) => {
  for (const [name, [path, status]] of Object.entries(await templates(portal))) {
    await test.step(name, async () => {
      const finished = await fetch(portal.url + path, { redirect: "manual" });
      const html = await finished.text();
      const rendered = await (await fetch(portal.url + path, { headers: PREVIEW })).text();
      expect(finished.status).toBe(status);
      expect(rendered).toContain("self.__next_f");
      expect(still(textOf(html))).toBe(still(textOf(rendered)));
      expect(textOf(html).length).toBeGreaterThan(80);
      expect(foreignScripts(html)).toEqual([]);
      expect(html).not.toMatch(/<template(?! data-island=)|id="[SB]:|\son[a-z]+="|javascript:|\sstyle="/);
      expect(finished.headers.get("set-cookie")).toBeNull();
      expect(finished.headers.get("content-security-policy")).toMatch(/^default-src 'self';(?!.*unsafe-inline)/);
    });
  }
});

test("a finished page comes compressed, as HEAD and as 304", async ({ portal, request }) => {
  const plain = await (await request.get("/", { headers: { "accept-encoding": "identity" } })).body();
  for (const encoding of ["br", "gzip"]) {
    const answer = await fetch(`${portal.url}/`, { headers: { "accept-encoding": encoding } });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    // fetch has unpacked it already; the length of what was sent is in the header.
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(plain);
    expect(Number(answer.headers.get("content-length"))).toBeLessThan(plain.length / 2);
  }
  const head = await fetch(`${portal.url}/`, { method: "HEAD", headers: { "accept-encoding": "identity" } });
  expect(Number(head.headers.get("content-length"))).toBe(plain.length);
  const etag = head.headers.get("etag") ?? "";
  const known = await fetch(`${portal.url}/`, { headers: { "if-none-match": etag } });
  expect([known.status, (await known.arrayBuffer()).byteLength]).toEqual([304, 0]);
});

test("addresses of other sections are no reader pages: unknown ones are 404", async ({ request }) => {
  for (const path of ["/admin/nirgendwo", "/api/nirgendwo", "/sign-in/x", "/setup/x", "/_next/static/x.js"]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  }
});
