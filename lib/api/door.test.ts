import { beforeAll, describe, expect, test } from "vitest";
import { createToken } from "@/lib/api-tokens/commands";
import { listTokens } from "@/lib/api-tokens/queries";
import { updateArticle } from "@/lib/articles/commands";
import { type articles, categories, redirects, tags } from "@/lib/db/schema";
import { askApi, SITE, useDatabase } from "@/lib/testing/ask-api";
import { testDb } from "@/lib/testing/db";
import { articleForm, makeArticle, makeCategory, makeTag } from "@/lib/testing/factories";
import type { ProblemAnswer } from "./schemas/problem";

const database = testDb();
useDatabase(database);
const ctx = () => ({ db: database.db, actor: { kind: "system" as const, job: "cli" }, now: new Date() });
const problem = async (path: string, init?: RequestInit) => (await (await askApi(path, init)).json()) as ProblemAnswer;

let row: typeof articles.$inferSelect;
beforeAll(async () => {
  const { db } = database;
  const outlet = await makeCategory(db, { slug: "xin", name: "新名" });
  await db.insert(categories).values({ slug: "jiu", name: "旧名", pinyin: "jiu", mergedIntoId: outlet.id });
  const topic = await makeTag(db, { slug: "xinbiao" });
  await db.insert(tags).values({ slug: "jiubiao", name: "旧标", mergedIntoId: topic.id });
  row = await makeArticle(db, { slug: "你好", status: "published", categoryId: outlet.id });
  await db.insert(redirects).values({ fromPath: "/articles/老地址", articleId: row.id });
});

describe("addresses of the past lead on in one hop", () => {
  test.each([
    ["/articles/老地址?text=summary", "/api/v1/articles/%E4%BD%A0%E5%A5%BD?text=summary"],
    ["/categories/jiu", "/api/v1/categories/xin"],
    ["/tags/jiubiao", "/api/v1/tags/xinbiao"],
    ["/articles?category=jiu&limit=3", "/api/v1/articles?category=xin&limit=3"],
    ["/articles?tag=jiubiao", "/api/v1/articles?tag=xinbiao"],
  ])("%s", async (path, to) => {
    const response = await askApi(path);
    expect(response.status).toBe(308);
    expect(response.headers.get("location")).toBe(to);
    expect((await askApi(to.slice("/api/v1".length))).status).toBe(200);
  });
});

describe("faults are named", () => {
  test.each([
    ["/articles?limit=101", "limit", "limit 应是 1 到 100 的整数"],
    ["/articles?limit=x", "limit", "limit 应是 1 到 100 的整数"],
    ["/articles?kind=film", "kind", "kind 应是 story 或 flash"],
    ["/articles?from=2026-02-30", "from", "from 应是 2026-11-23 或"],
    ["/articles?cursor=nonsense", "cursor", "cursor 应是上一页 next 的值"],
    ["/changes?since=7", "since", "since 应是上一次 next 的值，或 now"],
    ["/search", "q", "q 应写要找的词"],
    ["/articles?limit=1&limit=2", "limit", "只能写一次"],
    ["/articles?page=2", "page", "没有参数 page，可用的有 category、tag、symbol、kind"],
    ["/categories/xin?x=1", "x", "这个地址不用参数"],
  ])("%s", async (path, parameter, says) => {
    const { type, status, errors } = await problem(path);
    expect({ type, status }).toEqual({ type: `${SITE}/developers#bad-parameter`, status: 400 });
    expect(errors).toEqual([{ parameter, detail: expect.stringContaining(says) }]);
  });

  test("every wrong parameter at once", async () => {
    const { errors } = await problem("/articles?limit=0&kind=x&y=1");
    expect(errors?.map(({ parameter }) => parameter).sort()).toEqual(["kind", "limit", "y"]);
  });

  test.each(["/nothing", "/articles/a/b", "/articles/none", "/tags/none", "/articles?category=none"])(
    "%s is not there",
    async (path) => expect(await problem(path)).toMatchObject({ status: 404, title: "没有这一项" }),
  );

  test.each(["POST", "PUT", "PATCH", "DELETE"])("%s is told what may be done", async (method) => {
    const response = await askApi("/articles", { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect(response.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  });
});

test("any page may read it, a preflight says how, and no cookie is looked at", async () => {
  const preflight = await askApi("/articles", { method: "OPTIONS" });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
  for (const response of [preflight, await askApi("/articles"), await askApi("/nothing")]) {
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("set-cookie")).toBeNull();
  }
  expect((await askApi("/articles")).headers.get("access-control-expose-headers")).toContain("RateLimit");
});

test("HEAD says what GET would, without the body", async () => {
  const get = await askApi("/articles");
  const head = await askApi("/articles", { method: "HEAD" });
  expect(await head.text()).toBe("");
  for (const name of ["etag", "content-type", "cache-control"])
    expect(head.headers.get(name), name).toBe(get.headers.get(name));
});

test("what did not change is not sent again; an edit is there at the next request", async () => {
  const path = `/articles/${row.id}`;
  const first = await askApi(path);
  const etag = first.headers.get("etag")!;
  const again = () => askApi(path, { headers: { "if-none-match": `"other", ${etag}` } });
  const same = await again();
  expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", etag]);
  expect(first.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1, must-revalidate");
  await updateArticle(ctx(), {
    ...articleForm({ categoryId: row.categoryId, slug: row.slug, title: "新题" }),
    ...{ id: row.id, version: row.version },
  });
  const after = await again();
  expect(after.status).toBe(200);
  expect(await after.json()).toMatchObject({ headline: "新题" });
});

describe("limits", () => {
  test("count who asks by network, a search five times, and say what is left", async () => {
    const left = (response: Response) => response.headers.get("ratelimit");
    const one = await askApi("/articles", {}, "2001:db8:1:2::1");
    expect(one.headers.get("ratelimit-policy")).toBe('"anonymous";q=60;w=60');
    expect(left(one)).toBe('"anonymous";r=59;t=60');
    const next = await askApi("/articles", {}, "2001:db8:1:2:ffff::9");
    expect(left(next)).toMatch(/^"anonymous";r=58;/);
    expect(left(await askApi("/search?q=a", {}, "2001:db8:1:2::1"))).toMatch(/r=53;/);
    expect(left(await askApi("/articles", { method: "OPTIONS" }, "2001:db8:1:2::1"))).toBeNull();
    expect(left(await askApi("/articles", {}, "2001:db8:1:3::1"))).toMatch(/r=59;/);
  });

  test("a partner has more, wherever they ask from; guessing tokens counts against the network", async () => {
    const { secret } = await createToken(ctx(), { name: "丙", scopes: [], days: "0" });
    const headers = { authorization: `Bearer ${secret}` };
    const one = await askApi("/articles", { headers });
    expect(one.headers.get("ratelimit")).toBe('"partner";r=599;t=60');
    expect(one.headers.get("cache-control")).toBe("private, max-age=0, must-revalidate");
    expect((await askApi("/articles", { headers })).headers.get("ratelimit")).toMatch(/^"partner";r=598;/);
    const guess = { headers: { authorization: `Bearer fn_${"x".repeat(43)}` } };
    await askApi("/articles", guess, "192.0.2.77");
    expect((await askApi("/articles", guess, "192.0.2.77")).headers.get("ratelimit")).toMatch(/^"anonymous";r=58;/);
  });

  test("the last use is written once a minute", async () => {
    const { id, secret } = await createToken(ctx(), { name: "丁", scopes: [], days: "0" });
    const used = async () => (await listTokens(database.db)).find((token) => token.id === id)!.lastUsedAt;
    expect(await used()).toBeNull();
    const headers = { authorization: `Bearer ${secret}` };
    await askApi("/articles", { headers });
    const first = await used();
    expect(first).not.toBeNull();
    await askApi("/articles", { headers });
    expect(await used()).toEqual(first);
  });
});
