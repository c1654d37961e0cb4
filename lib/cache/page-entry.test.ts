import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEAD_SCRIPT } from "@/lib/head-script";
import { textOf } from "@/lib/testing/html-text";
import { finishPage, makeBody, withoutFramework } from "./page-entry";

const escaped = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const page = (body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/a.css" data-precedence="next"/><link rel="preload" as="script" fetchPriority="low" href="/_next/x.js"/><link rel="preload" href="/_next/error.css" as="style"/><script src="/_next/y.js" async=""></script><title>标题</title></head><body><div hidden=""><!--$--><!--/$--></div>${body}<!--$--><!--/$--><script>self.__next_f.push([1,"<p>x</p>"])</script></body></html>`;
const notFound = () => makeBody(Buffer.from("404"));

describe("withoutFramework", () => {
  it("takes out scripts, preloads, markers and the metadata outlet, and nothing else", () => {
    expect(withoutFramework(page("<p>你好 <!-- -->世界</p>"))).toBe(
      '<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/a.css"/><title>标题</title></head><body><p>你好 世界</p></body></html>',
    );
  });

  it("keeps structured data and islands", () => {
    const kept =
      '<script type="application/ld+json">{"a":"<!-- x -->"}</script><script type="text/island" data-src="/islands/live-abc.js"></script><script>' +
      HEAD_SCRIPT +
      "</script>";
    expect(withoutFramework(page(kept))).toContain(kept);
    expect(withoutFramework(page('<script type="module" src="/islands/live-abc.js"></script>'))).not.toContain(
      "<script",
    );
    const template = '<template data-island="live-flashes"><li></li></template>';
    expect(withoutFramework(page(template))).toContain(template);
  });

  it("does not take attributes or styles for elements", () => {
    const body = '<p title="a > b <script>x</script> <!-- c -->">t</p><style>p>a{content:"<!-- -->"}</style>';
    expect(withoutFramework(page(body))).toContain(body);
  });

  it("refuses a page that needs a script to be complete", () => {
    expect(() => withoutFramework(page('<div hidden id="S:0">x</div>'))).toThrow("Suspense");
    expect(() => withoutFramework(page('<template id="B:0"></template>'))).toThrow("Suspense");
  });

  it("never changes the text and leaves no executable script", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.string()), { maxLength: 8 }), (parts) => {
        const body = parts.map(
          ([text, title]) => `<p title="${escaped(title)}">${escaped(text)}<!-- -->${escaped(title)}</p>`,
        );
        const before = page(body.join("<script>1</script>"));
        const after = withoutFramework(before);
        expect(textOf(after)).toBe(textOf(before));
        expect(after).not.toMatch(/<script/);
      }),
    );
  });
});

describe("finishPage", () => {
  const notes = (...tags: string[]) => ({ tags: new Set(tags) });
  it("takes along the headers that the page gave itself, whatever its answer is", () => {
    const headers = { "X-Robots-Tag": "noindex" };
    for (const raw of [
      { html: page("x"), status: 200 },
      { html: "", status: 308, location: "/b" },
      { html: "<a/>", status: 200, contentType: "application/rss+xml" },
    ])
      expect(finishPage(raw, { ...notes("a"), headers }, notFound).headers).toEqual(headers);
  });

  it("takes the status that the page gave itself", () => {
    const entry = finishPage({ html: page("x"), status: 200 }, { ...notes("a"), status: 410 }, notFound);
    expect([entry.status, entry.tags]).toEqual([410, ["a"]]);
  });
  it("answers a redirect with a small body", () => {
    const entry = finishPage({ html: page("x"), status: 308, location: "/a?b&c" }, notes(), notFound);
    expect([entry.status, entry.location]).toEqual([308, "/a?b&c"]);
    expect(entry.body.identity.length).toBeLessThan(200);
  });
  it("shows the built page for an empty 404 and refuses other empty shells", () => {
    const html = '<!DOCTYPE html><html id="__next_error__"><head></head><body></body></html>';
    expect(finishPage({ html, status: 404 }, notes(), notFound).body.identity.toString()).toBe("404");
    expect(() => finishPage({ html, status: 200 }, notes(), notFound)).toThrow("empty shell");
  });
});
