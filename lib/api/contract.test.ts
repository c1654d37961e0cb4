import { beforeAll, describe, expect, test } from "vitest";
import { createToken } from "@/lib/api-tokens/commands";
import { publishArticle, unpublishArticle } from "@/lib/articles/commands";
import { articleTags, mentions } from "@/lib/db/schema";
import { reindex } from "@/lib/search/reindex";
import { askApi, SITE, useDatabase } from "@/lib/testing/ask-api";
import { contractOf } from "@/lib/testing/contract";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeArticle, makeCategory, makeSecurity, makeTag, makeUser } from "@/lib/testing/factories";
import { OPERATION_IDS, operation } from "./operations";

const database = testDb();
useDatabase(database);
const now = new Date("2026-11-25T08:00:00Z");

let contract: ReturnType<typeof contractOf>;
let secret: string;
const gone = "che-hui";

beforeAll(async () => {
  const { db } = database;
  const admin = actorOf("admin", (await makeUser(db, { role: "admin" })).id);
  const ctx = { db, actor: admin, now };
  const outlet = await makeCategory(db, { slug: "quanwen", name: "全文报", feedText: "full" });
  const tag = await makeTag(db, { slug: "xinnengyuan", name: "新能源" });
  await makeSecurity(db, "SZ300750", "宁德时代");
  for (const slug of ["yi", "er", gone]) {
    const { id } = await makeArticle(db, {
      ...{ slug, categoryId: outlet.id, title: `长协 ${slug}`, originalUrl: "https://a.example/1" },
      bodyHtml:
        '<p>第一段。<br>又</p><figure><img src="/media/a/1.webp" alt="甲&amp;乙" width="4" height="3"></figure>',
    });
    await publishArticle(ctx, { id, version: 1 });
    await db.insert(articleTags).values({ articleId: id, tagId: tag.id, listedAt: now });
    await db
      .insert(mentions)
      .values({ articleId: id, symbol: "SZ300750", relation: "direct", origin: "auto", listedAt: now });
    if (slug === gone) await unpublishArticle(ctx, { id, version: 2, reason: "公告有误" });
  }
  await reindex(db);
  secret = (await createToken(ctx, { name: "甲社", scopes: ["full-text"], days: "365" })).secret;
  contract = contractOf(await (await askApi("/openapi.json")).json());
});

/** A thing for each part in braces that is there, and one that is not. */
const PARAMS: Record<string, string> = { article: "yi", category: "quanwen", tag: "xinnengyuan", symbol: "SZ300750" };
const addressOf = (path: string, param: string | undefined) => path.replace(/\{\w+\}/, param ?? "");

describe.each(OPERATION_IDS)("%s answers as the document says", (id) => {
  const { path, param, query } = operation(id);
  const at = addressOf(path, param && PARAMS[param.name]);
  const needed = "q" in query.shape ? "?q=长协" : "";
  const documented = path || "/";

  test("what was asked for, to anybody and to a partner", async () => {
    for (const headers of [undefined, { authorization: `Bearer ${secret}` }]) {
      const response = await askApi(at + needed, { headers });
      expect(response.status).toBe(200);
      expect(await contract.faultsOf(documented, response)).toEqual([]);
    }
  });

  test("nothing new, a parameter that is not there, a token that does not count", async () => {
    const etag = (await askApi(at + needed)).headers.get("etag")!;
    const same = await askApi(at + needed, { headers: { "if-none-match": etag } });
    expect(same.status).toBe(304);
    expect(await contract.faultsOf(documented, same)).toEqual([]);
    const strange = await askApi(`${at}${needed || "?"}&nonsense=1`);
    expect(strange.status).toBe(400);
    expect(await contract.faultsOf(documented, strange)).toEqual([]);
    const refused = await askApi(at + needed, { headers: { authorization: "Bearer fn_nonsense" } });
    expect(refused.status).toBe(401);
    expect(await contract.faultsOf(documented, refused)).toEqual([]);
  });

  test("too many at once", async () => {
    let response = await askApi(at + needed, {}, "203.0.113.9");
    for (let n = 0; n < 61 && response.status !== 429; n++) response = await askApi(at + needed, {}, "203.0.113.9");
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await contract.faultsOf(documented, response)).toEqual([]);
  });
});

const SINGLE = OPERATION_IDS.flatMap((id) => (operation(id).param ? [operation(id).path] : []));
test.each(SINGLE)("%s of something that is not there answers as the document says", async (path) => {
  const response = await askApi(addressOf(path, "XX000000"));
  expect(response.status).toBe(404);
  expect(await contract.faultsOf(path, response)).toEqual([]);
});

test("what is gone, and a list of everything with all it can say, are as the document says", async () => {
  const withdrawn = await askApi(`/articles/${gone}`);
  expect(withdrawn.status).toBe(410);
  expect(await contract.faultsOf("/articles/{article}", withdrawn)).toEqual([]);
  for (const path of ["/articles?text=full&limit=100", "/changes?text=full&limit=100"]) {
    const response = await askApi(path);
    expect(((await response.clone().json()) as { items: unknown[] }).items.length).toBeGreaterThan(1);
    expect(await contract.faultsOf(path.split("?")[0]!, response)).toEqual([]);
  }
});

test("the check sees what is wrong", async () => {
  const wrong = Response.json({ items: [{ id: 1 }], next: null }, { headers: { "content-type": "application/json" } });
  expect(await contract.faultsOf("/articles", wrong)).not.toEqual([]);
  expect(await contract.faultsOf("/articles", new Response("", { status: 418 }))).not.toEqual([]);
});

test("every address of the document stands below the site's own", async () => {
  const document = (await (await askApi("/openapi.json")).json()) as { servers: unknown };
  expect(document.servers).toEqual([{ url: `${SITE}/api/v1` }]);
  expect(JSON.stringify(document)).not.toContain("news.example.com");
});
