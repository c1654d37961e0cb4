import { beforeAll, describe, expect, test } from "vitest";
import { publishArticle, unpublishArticle } from "@/lib/articles/commands";
import { tag } from "@/lib/cache/tags";
import { redirects } from "@/lib/db/schema";
import { SITE_DEFAULTS } from "@/lib/settings/defaults";
import { SITE, useDatabase } from "@/lib/testing/ask-api";
import { testDb } from "@/lib/testing/db";
import { makeArticle, makeCategory } from "@/lib/testing/factories";
import { writeCard } from "./card";
import { findEmbed } from "./find-embed";
import { oembedXml } from "./oembed";

const database = testDb();
useDatabase(database);
const around = { site: SITE_DEFAULTS, siteUrl: SITE };
const ctx = () => ({ db: database.db, actor: { kind: "system" as const, job: "cli" }, now: new Date() });

const TITLE = '<b>长协</b> "三年" & 更多';
let id: string;
let outletId: string;

beforeAll(async () => {
  const { db } = database;
  const outlet = await makeCategory(db, { slug: "jia", name: "甲<乙" });
  outletId = outlet.id;
  const set = {
    ...{ categoryId: outlet.id, title: TITLE, summary: "摘要在此。" },
    bodyHtml:
      '<p>字</p><figure><img src="/media/0199f0c2-7b1a-7c3e-8f00-1234567890ab/1600.webp?v=2" alt="甲&amp;乙" width="1600" height="900"></figure>',
  };
  id = (await makeArticle(db, { slug: "你好", ...set })).id;
  await publishArticle(ctx(), { id, version: 1 });
  await db.insert(redirects).values({ fromPath: "/articles/老地址", articleId: id });
  await makeArticle(db, { slug: "draft", categoryId: outlet.id, title: "不可见" });
  const gone = await makeArticle(db, { slug: "gone", categoryId: outlet.id, title: "不可见" });
  await publishArticle(ctx(), { id: gone.id, version: 1 });
  await unpublishArticle(ctx(), { id: gone.id, version: 2, reason: "公告有误" });
});

async function cardAt(slug: string) {
  const found = await findEmbed(database.db, slug);
  if (found.state === "moved") throw new Error(`${slug} moved`);
  return { found, ...writeCard(found, slug, around) };
}

describe("the card", () => {
  test("says what the story is and leads to it; what stands in names and texts is no markup", async () => {
    const { html, found } = await cardAt("你好");
    expect(html).toContain(`href="${SITE}/articles/%E4%BD%A0%E5%A5%BD" target="_blank"`);
    expect(html).toContain('&lt;b&gt;长协&lt;/b&gt; "三年" &amp; 更多</a>');
    expect(html).toContain("<b>甲&lt;乙</b>");
    expect(html).toContain("<p>摘要在此。</p>");
    expect(html).toContain(
      `src="${SITE}/media/0199f0c2-7b1a-7c3e-8f00-1234567890ab/480.webp?v=2" alt="甲&amp;乙" width="480" height="270"`,
    );
    expect(found.tags).toEqual([tag.path("/articles/你好"), tag.article(id), tag.outlet(outletId)]);
  });

  test("has no script, may stand in any frame, and allows only its own style and the site's pictures", async () => {
    const { html, headers } = await cardAt("你好");
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(headers["Content-Security-Policy"]).toMatch(
      /^default-src 'none'; img-src https:\/\/news\.test; style-src 'sha256-[\w+/=]{44}'; .*frame-ancestors \*$/,
    );
    expect(headers["X-Robots-Tag"]).toMatch(/^noindex/);
  });

  test("says that a story was withdrawn and why, and of a hidden one nothing", async () => {
    const gone = await cardAt("gone");
    expect(gone.html).toContain("这篇报道已撤回");
    expect(gone.html).toContain("公告有误");
    const [draft, none] = [await cardAt("draft"), await cardAt("none")];
    for (const { html } of [gone, draft, none]) expect(html).not.toContain("不可见");
    expect([draft.found.state, none.found.state]).toEqual(["missing", "missing"]);
  });

  test("a former address leads on", async () => {
    expect(await findEmbed(database.db, "老地址")).toMatchObject({ state: "moved", slug: "你好" });
  });
});

describe("oEmbed", () => {
  const ask = async (query: Record<string, string>) => {
    const { answerOembed } = await import("./oembed-endpoint");
    return answerOembed(new Request(`${SITE}/api/oembed?${new URLSearchParams(query)}`));
  };
  const url = `${SITE}/articles/${encodeURIComponent("你好")}`;

  test("answers with a frame that runs no script", async () => {
    const response = await ask({ url });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const answer = await response.json();
    expect(answer).toMatchObject({
      ...{ version: "1.0", type: "rich", title: TITLE, width: 600, height: 208, provider_name: "金融消息" },
      ...{ provider_url: SITE, author_name: "甲<乙", author_url: `${SITE}/category/jia`, thumbnail_width: 480 },
    });
    expect(answer.html).toMatch(/^<iframe src="https:\/\/news\.test\/embed\/%E4%BD%A0%E5%A5%BD" title="&lt;b&gt;长协/);
    expect(answer.html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  });

  test("keeps within the room that it is given", async () => {
    const { width, height, ...rest } = await (await ask({ url, maxwidth: "320", maxheight: "150" })).json();
    expect({ width, height }).toEqual({ width: 320, height: 150 });
    expect(rest).not.toHaveProperty("thumbnail_url");
  });

  test("answers in XML too, which can be read back", async () => {
    const response = await ask({ url, format: "xml" });
    expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    const xml = await response.text();
    expect(xml).toContain("<title>&lt;b&gt;长协&lt;/b&gt; &quot;三年&quot; &amp; 更多</title>");
    expect(xml).toContain("<html>&lt;iframe src=&quot;https://news.test/embed/");
    expect(oembedXml({ title: "a\u0001b" })).toContain("<title>ab</title>");
  });

  test.each([
    ["nothing", {}, 400],
    ["no address", { url: "articles/a" }, 400],
    ["no width", { url, maxwidth: "wide" }, 400],
    ["another format", { url, format: "yaml" }, 501],
    ["another site's story", { url: "https://other.test/articles/a" }, 404],
    ["a page that is no story", { url: `${SITE}/live` }, 404],
    ["a story that there is not", { url: `${SITE}/articles/none` }, 404],
    ["a draft", { url: `${SITE}/articles/draft` }, 404],
    ["a withdrawn one", { url: `${SITE}/articles/gone` }, 404],
  ])("refuses %s", async (_what, query, status) => {
    expect((await ask(query as Record<string, string>)).status).toBe(status);
  });

  test.each([`/articles/${encodeURIComponent("老地址")}`, `/embed/${encodeURIComponent("你好")}`])(
    "knows a story by %s",
    async (path) => expect(await (await ask({ url: SITE + path })).json()).toMatchObject({ title: TITLE }),
  );
});
