import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { createToken, revokeToken } from "@/lib/api-tokens/commands";
import { apiTokens, type articles, articleTags, categories, mentions } from "@/lib/db/schema";
import { askApi, SITE, useDatabase } from "@/lib/testing/ask-api";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeSecurity, makeTag } from "@/lib/testing/factories";
import type { ArticleAnswer } from "./schemas/article";

const database = testDb();
useDatabase(database);

type Page = { items: ArticleAnswer[]; next: string | null };
const read = async <Answer>(path: string, init?: RequestInit) => (await (await askApi(path, init)).json()) as Answer;
const slugs = async (path: string) => (await read<Page>(path)).items.map(({ slug }) => slug);
const isWellFormed = async (contents: string) =>
  (await validateXML({ xml: [{ fileName: "body.xml", contents }] } as never)).valid;
const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

let outlet: typeof categories.$inferSelect;
let other: typeof categories.$inferSelect;
const made: Record<string, string> = {};

async function make(slug: string, hour: number, set: Partial<typeof articles.$inferInsert> = {}) {
  const row = await makeArticle(database.db, {
    ...{ slug, title: `标题 ${slug}`, status: "published" as const, publishAt: at(hour), categoryId: outlet.id },
    ...set,
  });
  made[slug] = row.id;
  return row;
}

beforeAll(async () => {
  const { db } = database;
  outlet = await makeCategory(db, { slug: "quanwen", name: "全文报", feedText: "full" });
  other = await makeCategory(db, { slug: "zhaiyao", name: "摘要报" });
  const tag = await makeTag(db, { slug: "dianchi", name: "电池" });
  await makeSecurity(db, "SZ300750", "宁德时代");
  await make("a", 1);
  await make("b", 2, { kind: "flash", level: 2, bodyHtml: "<p>【标题 b】快讯正文。</p>" });
  await make("c", 3, { categoryId: other.id, bodyHtml: "<p>摘要报的第一句。第二句在这里。</p>" });
  await make("d", 4, { kind: "flash", level: 3, bodyHtml: "", summary: "" });
  for (const slug of ["a", "c"]) {
    await db.insert(articleTags).values({ articleId: made[slug]!, tagId: tag.id, listedAt: at(slug === "a" ? 1 : 3) });
    await db.insert(mentions).values({
      ...{ articleId: made[slug]!, symbol: "SZ300750", relation: "direct", origin: "auto" },
      listedAt: at(slug === "a" ? 1 : 3),
    });
  }
});

describe("lists", () => {
  test.each([
    ["", "d c b a"],
    ["?category=quanwen", "d b a"],
    ["?tag=dianchi", "c a"],
    ["?symbol=sz300750", "c a"],
    ["?tag=dianchi&symbol=SZ300750&category=zhaiyao", "c"],
    ["?kind=flash", "d b"],
    ["?level=2", "b"],
    ["?level=1", "c a"],
    ["?kind=story&level=3", ""],
    ["?from=2026-11-20T10:00:00%2B08:00&to=2026-11-20T11:00:00%2B08:00", "b"],
    ["?from=2026-11-20&to=2026-11-20", "d c b a"],
    ["?to=2026-11-19", ""],
  ])("%s has %s", async (query, expected) => {
    expect(await slugs(`/articles${query}`)).toEqual(expected.split(" ").filter(Boolean));
  });

  test.each(["", "&tag=dianchi", "&symbol=SZ300750"])("page after page gives each once%s", async (condition) => {
    const whole = await slugs(`/articles?limit=100${condition}`);
    const found: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const page: Page = await read<Page>(`/articles?limit=1${condition}${next && `&cursor=${next}`}`);
      found.push(...page.items.map(({ slug }) => slug));
      next = page.next;
    }
    expect(found).toEqual(whole);
  });

  test("outlets, tags and securities page by their keys", async () => {
    await database.db.update(categories).set({ publishedCount: 1 });
    for (const path of ["/categories", "/tags", "/securities"]) {
      const { items, next } = await read<{ items: object[]; next: string | null }>(`${path}?limit=1`);
      const rest = next ? await read<{ items: object[] }>(`${path}?cursor=${next}`) : { items: [] };
      expect([...items, ...rest.items]).toEqual((await read<{ items: object[] }>(path)).items);
    }
  });
});

describe("how much of a text is given", () => {
  const get = (slug: string, init?: RequestInit) => read<ArticleAnswer>(`/articles/${slug}`, init);

  test("the whole of what its outlet allows; a summary of others, and it says so", async () => {
    expect(await get("a")).toMatchObject({ representationtype: "complete", body_xhtml: "<p>正文。</p>" });
    const short = await get("c");
    expect(short).toMatchObject({ representationtype: "incomplete", body_xhtml: null, pictures: [] });
    expect(short.description_summary).toBe("摘要报的第一句。第二句在这里。");
    expect(short.rights.usageterms).toContain("只许使用标题和摘要");
    expect(await get("a?text=summary")).toMatchObject({ representationtype: "incomplete", body_xhtml: null });
  });

  test("all of it to a partner who may, until the token is revoked or over", async () => {
    const ctx = { db: database.db, actor: actorOf("admin", undefined), now: new Date() };
    const system = { ...ctx, actor: { kind: "system" as const, job: "cli" } };
    const reader = await createToken(system, { name: "甲", scopes: [], days: "0" });
    const partner = await createToken(system, { name: "乙", scopes: ["full-text"], days: "90" });
    const by = (secret: string) => ({ headers: { authorization: `bearer ${secret}` } });
    expect((await get("c", by(reader.secret))).body_xhtml).toBeNull();
    expect((await get("c", by(partner.secret))).body_xhtml).toBe("<p>摘要报的第一句。第二句在这里。</p>");
    const list = await read<Page>("/articles?text=full", by(partner.secret));
    expect(list.items.every(({ representationtype }) => representationtype === "complete")).toBe(true);

    await revokeToken(system, { id: partner.id, version: 1 });
    const refused = await askApi("/articles/c", by(partner.secret));
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toContain("Bearer");
    await database.db
      .update(apiTokens)
      .set({ expiresAt: at(1) })
      .where(eq(apiTokens.id, reader.id));
    expect((await askApi("/articles/c", by(reader.secret))).status).toBe(401);
    expect((await askApi(`/articles/c?token=${partner.secret}`)).status).toBe(400);
  });

  test("a flash says its text, with or without a body", async () => {
    expect((await get("b")).description_summary).toBe("快讯正文。");
    expect(await get("d")).toMatchObject({ description_summary: "", body_xhtml: "<p>标题 d</p>" });
  });

  test("pictures and links stand with whole addresses, and the body is well-formed", async () => {
    await make("p", 5, {
      bodyHtml:
        '<p>见<a href="/articles/a">此处</a><br>与<a href="https://a.example/?x=1&amp;y=2" rel="external nofollow noopener">彼处</a></p><hr>' +
        '<figure><img src="/media/1/1600.webp?v=2" alt="图&quot;一&quot;" width="8" height="6"><figcaption>甲 &amp; 乙</figcaption></figure>',
    });
    const { body_xhtml, pictures } = await get("p");
    expect(body_xhtml).toContain(`<a href="${SITE}/articles/a">此处</a><br/>`);
    expect(body_xhtml).toContain('href="https://a.example/?x=1&amp;y=2"');
    expect(body_xhtml).toContain(
      `<img src="${SITE}/media/1/1600.webp?v=2" alt="图&quot;一&quot;" width="8" height="6"/>`,
    );
    expect(pictures).toEqual([
      { uri: `${SITE}/media/1/1600.webp?v=2`, width: 8, height: 6, alt: '图"一"', caption: "甲 & 乙" },
    ]);
    expect(await isWellFormed(`<div>${body_xhtml}</div>`)).toBe(true);
    expect(await isWellFormed("<div><br></div>")).toBe(false);
  });
});

test("an article is found by its id and its slug", async () => {
  const byId = await read<ArticleAnswer>(`/articles/${made.a}`);
  expect(byId).toEqual(await read<ArticleAnswer>("/articles/a"));
  expect(byId).toMatchObject({ uri: `${SITE}/articles/a`, outlet: { slug: "quanwen" }, session: "盘前" });
  expect(byId.tags).toEqual([{ slug: "dianchi", name: "电池", uri: `${SITE}/tag/dianchi` }]);
});
