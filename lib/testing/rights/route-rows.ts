import { allHear, bothOf, DESK, EVERYONE, NOBODY, OWN, only, READ, type Row } from "./rows";

const url = "http://localhost/api";
const put = (body: unknown) => [new Request(url, { method: "PUT", body: JSON.stringify(body) })];
const typed = {
  ...{ title: "字", slug: "", summary: "", bodyHtml: "", kind: "story", level: "1", categoryId: "" },
  ...{ tags: [], symbols: [], sourceName: "", originalUrl: "", editorName: "" },
};

/** Handlers of the API, `<file>#<method>`; what they are called with. */
export const ROUTE_ROWS: Record<string, Row[]> = {
  "app/api/admin/working-copy/route.ts#PUT": bothOf(OWN, DESK, async (made, by) =>
    put({
      ...{ articleId: (await made.article(by)).id, writing: true },
      copy: { baseVersion: 1, seq: 1, fields: typed },
    }),
  ),
  "app/api/admin/working-copy/route.ts#GET": bothOf(
    EVERYONE,
    READ,
    async (made, by) => [new Request(`${url}?articleId=${(await made.rewritten(by)).id}&base=1`)],
    { others: { refusal: { contributor: "not_found", author: "not_found" } } },
  ),
  "app/api/admin/bulk/route.ts#GET": bothOf(
    EVERYONE,
    NOBODY,
    async (made, by) => [new Request(`${url}?id=${(await made.bulk(by, true)).id}`)],
    { others: { refusal: allHear("not_found") } },
  ),
  "app/api/admin/front/route.ts#GET": only(READ, "words", () => [new Request(`${url}?q=a&kind=any`)]),
  "app/api/admin/outlets/route.ts#GET": only(EVERYONE, "names", () => [new Request(url)]),
  "app/api/admin/palette/route.ts#GET": only(EVERYONE, "words", () => [new Request(`${url}?q=a`)]),
  "app/api/admin/duplicates/route.ts#POST": only(READ, "a text", () => [
    new Request(url, { method: "POST", body: JSON.stringify({ text: "字" }) }),
  ]),
  "app/api/admin/securities/route.ts#GET": only(EVERYONE, "words", () => [new Request(`${url}?q=a`)]),
  "app/api/admin/securities/route.ts#POST": only(EVERYONE, "a text", () => [
    new Request(url, { method: "POST", body: JSON.stringify({ paragraphs: ["字"] }) }),
  ]),
  "app/api/admin/media/route.ts#GET": only(EVERYONE, "the library", () => [new Request(url)]),
  // No picture at all: whoever may upload is let through to being told so.
  "app/api/admin/media/route.ts#POST": only(
    EVERYONE,
    "bytes",
    () => [new Request(url, { method: "POST", body: "x", headers: { "x-file-name": "a.png" } })],
    { passes: "invalid" },
  ),
  "app/api/admin/media/foreign/route.ts#POST": only(
    EVERYONE,
    "an address",
    () => [new Request(url, { method: "POST", body: JSON.stringify({ url: "nonsense" }) })],
    { passes: "invalid" },
  ),
};
