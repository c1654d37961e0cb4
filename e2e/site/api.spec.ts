import type { APIRequestContext } from "@playwright/test";
import { contractOf } from "../../lib/testing/contract";
import { type Portal, portalWith } from "../fixtures";
import { test as base, expect } from "./pages";

/** Believes what is said of who asks: each request here comes from a network of its own, as many at once as wanted. */
const test = base.extend<object, { portal: Portal }>({ portal: portalWith({ TRUSTED_PROXIES: "1" }) });
let asked = 0;
const somebody = () => ({ "X-Forwarded-For": `198.51.100.${++asked}` });

type Document = { paths: Record<string, unknown> };
type Listed = { items: { slug?: string; symbol?: string }[] };

/** An answer as a program outside of a browser gets it. */
async function answerOf(
  request: APIRequestContext,
  path: string,
  init: { method?: string; headers?: Record<string, string> } = {},
) {
  const answer = await request.fetch(path, {
    ...{ method: "GET", maxRedirects: 0, ...init },
    headers: { ...somebody(), ...init.headers },
  });
  const body = answer.status() === 304 ? null : await answer.text();
  return new Response(body, { status: answer.status(), headers: answer.headers() });
}

test("every address of the running API answers as its own document says", async ({ request, portal }) => {
  const described = await request.get("/api/v1/openapi.json", { headers: { "Accept-Encoding": "gzip" } });
  expect(described.headers()["content-encoding"]).toBe("gzip");
  // A cache in front must not give it to who cannot unpack it, nor a partner's answer to others.
  expect(described.headers().vary).toBe("Authorization, Accept-Encoding");
  const document = (await described.json()) as Document;
  const contract = contractOf(document);
  const first = async (list: string) => {
    const { items } = (await (await request.get(`/api/v1/${list}?limit=1`)).json()) as Listed;
    return encodeURIComponent(items[0]!.slug ?? items[0]!.symbol!);
  };
  const things: Record<string, string> = {
    "{article}": await first("articles"),
    "{category}": await first("categories"),
    "{tag}": await first("tags"),
    "{symbol}": await first("securities"),
  };
  for (const path of Object.keys(document.paths)) {
    const at = `/api/v1${path === "/" ? "" : path}`.replace(/\{\w+\}/, (part) => things[part]!);
    const query = path === "/search" ? `?q=${encodeURIComponent("银行")}` : "";
    const answer = await answerOf(request, at + query);
    expect(answer.status, path).toBe(200);
    const etag = answer.headers.get("etag")!;
    expect(await contract.faultsOf(path, answer)).toEqual([]);
    const same = await answerOf(request, at + query, { headers: { "If-None-Match": etag } });
    expect(same.status, path).toBe(304);
    const wrong = await answerOf(request, `${at}${query || "?"}&nonsense=1`);
    expect(wrong.status, path).toBe(400);
    expect(await contract.faultsOf(path, wrong)).toEqual([]);
  }
  const posted = await answerOf(request, "/api/v1/articles", { method: "POST" });
  expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  const head = await answerOf(request, "/api/v1/articles", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([200, ""]);
  expect((await answerOf(request, "/api/v1/nothing")).headers.get("content-type")).toContain("problem+json");
  expect(portal.output()).not.toContain("the API could not answer");
});

test("a page of another site may read it, with a token too", async ({ page, portal }) => {
  const other = portal.url.replace("localhost", "127.0.0.1");
  await page.goto(`${other}/icons/seal.svg`);
  const statuses = await page.evaluate(async (api) => {
    const plain = await fetch(`${api}/articles?limit=1`);
    const refused = await fetch(`${api}/articles`, { headers: { Authorization: "Bearer fn_no" } });
    return [plain.status, plain.headers.get("ratelimit"), refused.status];
  }, `${portal.url}/api/v1`);
  expect(statuses).toEqual([200, expect.stringMatching(/^"anonymous";r=\d+;t=\d+$/), 401]);
});

test("each problem leads to its explanation on the page for developers", async ({ page, request }) => {
  const { type } = (await (await request.get("/api/v1/articles?page=2")).json()) as { type: string };
  await page.goto(type);
  await expect(page.locator(":target")).toContainText("参数有误");
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "开放接口" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "开放接口" })).toBeVisible();
  await page.getByRole("navigation", { name: "本页目录" }).getByRole("link", { name: "变更流" }).click();
  await expect(page.getByRole("heading", { name: "变更流", level: 2 })).toBeInViewport();
});
