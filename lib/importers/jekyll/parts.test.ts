import { describe, expect, test } from "vitest";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import { outletInTail, takeAttribution } from "./attribution";
import { splitBody, textToHtml } from "./body";
import { groupKey, readFileName } from "./file-name";
import { splitFrontMatter } from "./front-matter";
import { articleId, mapGroup } from "./group";
import { mapPost } from "./map";
import { oldCategoryPaths, oldPostPath } from "./old-address";
import { categorySlug, outletName } from "./outlet";
import { linkFault, readCode, symbolOf } from "./symbols";

const head = (title: string, date = "2026-11-20 10:00:00", rest = "categories: emnews\ntags: 东财滚动新闻") =>
  `---\nlayout: post\ntitle: "${title}"\ndate: ${date}\n${rest}\n---\n`;
const mapped = (path: string, text: string) => {
  const result = mapPost(path, text);
  if (!result.ok) throw new Error(result.reason);
  return result.post;
};
const ID = "202611201234567890";

describe("front matter", () => {
  test.each([
    ['""B乎"商标：\\ 被驳回"', '"B乎"商标：\\ 被驳回'],
    ['""', ""],
    ["没有引号", "没有引号"],
    ['"冒号: 与 #号"', "冒号: 与 #号"],
  ])("title %s", (written, title) => {
    expect(splitFrontMatter(`\n---\ntitle: ${written}\n---\n正文`).front?.title).toBe(title);
  });
  test.each(["", "---", "---\n---\n", "--- \n: : :\n---\n", "正文"])("never throws: %j", (text) => {
    expect(() => splitFrontMatter(text)).not.toThrow();
  });
  test("CRLF and a leading blank line", () => {
    const { front, body } = splitFrontMatter('\r\n---\r\ntitle: "甲"\r\ndate: 2026-11-20 10:00:00\r\n---\r\n正文');
    expect(front).toMatchObject({ title: "甲", date: "2026-11-20 10:00:00" });
    expect(body).toBe("正文");
  });
});

test.each([
  [`_posts/2026-11-20-${ID}.md`, "2026-11-20", ID, ID, false],
  [`old_post/2026-11-20-NW${ID}.md`, "2026-11-20", `NW${ID}`, ID, true],
  [`_posts/-${ID}.md`, "", ID, ID, false],
  ["_posts/2026-11-20-init.md", "2026-11-20", "init", "", false],
])("file name %s", (path, day, slug, id, isOutletCopy) => {
  expect(readFileName(path)).toMatchObject({ day, slug, id, isOutletCopy });
});

test("twins share a key, posts written by hand keep theirs", () => {
  expect(groupKey(`a/2026-11-20-NW${ID}.md`)).toBe(groupKey(`b/-${ID}.md`));
  expect(groupKey("_posts/2026-11-20-init.md")).not.toBe(groupKey("_posts/2026-11-21-init.md"));
});

describe("body", () => {
  const link = `<http://finance.eastmoney.com/news/1354,${ID}.html>`;
  test.each([
    ["none", "", 0],
    ["relative", "\n\n[返回东财滚动新闻](../emnews/)\n[返回首页](../)", 1],
    ["first host", "\n\n[返回东财滚动新闻](//finews.zning.me/emnews/)\n[返回首页](//finews.zning.me/)", 2],
    ["second host", "\n\n[返回东财滚动新闻](//finews.withounder.com/emnews/)\n[返回首页](//finews.withounder.com/)", 3],
    ["joined", "\n\n[返回东财滚动新闻](//finews.withounder.com/emnews/)｜[返回首页](//finews.withounder.com/)", 4],
    [
      "category",
      "\n\n[返回甲新闻](//finews.withounder.com/category/a(b).html)｜[返回首页](//finews.withounder.com/)",
      5,
    ],
  ])("footer: %s", (_name, footer, form) => {
    const parts = splitBody(`\n一句快讯。\n\n${link}${footer}`);
    expect(parts).toMatchObject({ text: "一句快讯。", html: "", footerForm: form, sourceLink: link.slice(1, -1) });
  });
  test("digest, HTML and an empty link", () => {
    expect(splitBody("> 摘要。\n\n<p>正文。</p>\n\n<>")).toMatchObject({
      digest: "摘要。",
      html: "<p>正文。</p>",
      sourceLink: "",
    });
  });
  test("figures in plain text are not Markdown, a smaller-than sign is no tag", () => {
    expect(sanitizeArticleHtml(textToHtml("*ST甲 2*3_4~5 PE<x &lt;乙&gt;"))).toBe(
      "<p>*ST甲 2*3_4~5 PE&lt;x &lt;乙&gt;</p>",
    );
  });
});

describe("provider's codes", () => {
  test.each([
    ["1,600160", "SH600160", "stock"],
    ["0,300115", "SZ300115", "stock"],
    ["NIO|106|7", "USNIO", "stock"],
    ["NIO|106|3|", "USNIO", "stock"],
    ["K 02338|116|5", "HK02338", "stock"],
    ["http://quote.eastmoney.com/unify/r/90.BK0493", "BK0493", "sector"],
    ["https://x/GetPic.aspx?nid=1.600160&imageType=k", "SH600160", "stock"],
    ["http://quote.eastmoney.com/unify/r/0.399006", "SZ399006", "index"],
  ])("%s", (code, symbol, kind) => expect(readCode(code)).toEqual({ symbol, kind }));
  test("unknown ones are refused", () => {
    expect(readCode("http://data.eastmoney.com/bbsj/")).toBeNull();
    expect(symbolOf("8", "600000")).toBeNull();
    expect(symbolOf("1", "60'--")).toBeNull();
  });
  test.each([
    ["HK01315", "绿色经济", "发展", "，", "other-word"],
    ["BK0473", "证券", "中航", "指出", "in-name"],
    ["BK0473", "证券", "：上海", "报）", "in-name"],
    ["BK0475", "银行", "中国人民", "公告", "in-name"],
    ["BK0473", "证券", "，", "板块", null],
    ["BK0493", "新能源", "旗下ET7", "汽车", null],
    ["SH600030", "中信证券", "据", "研报", null],
    ["BK0473", "券商", "多家", "研报", null],
    ["SH601988", "中国银行", "，", "业协会发布", "in-name"],
    ["BK0474", "保险", "中国银行", "监督管理", "in-name"],
  ])("%s %s between %s and %s: %s", (symbol, word, before, after, expected) => {
    expect(linkFault(symbol, word, before, after)).toBe(expected);
  });
});

describe("attribution", () => {
  test.each([
    ["<p>甲。</p><p>（文章来源：海岸日报）</p>", "<p>甲。</p>", "海岸日报"],
    ["<p>甲。</p><p>(文章来源:海岸日报)</p>", "<p>甲。</p>", "海岸日报"],
    ["<p>甲。（文章来源：海岸日报）</p>", "<p>甲。</p>", "海岸日报"],
    ["<p>（文章来源：某证券(香港)）</p>", "", "某证券(香港)"],
    ["<p>甲（来源：统计局）。</p>", "<p>甲（来源：统计局）。</p>", ""],
  ])("%s", (html, rest, sourceName) => expect(takeAttribution(html)).toEqual({ html: rest, sourceName }));
  test.each([
    ["涨。（海岸证券报）", "海岸证券报"],
    ["涨。(江海网)", "江海网"],
    ["涨。（记者 张三）", ""],
    ["涨（明年）。", ""],
    ["（单位：亿元）", ""],
  ])("tail of %s", (text, outlet) => expect(outletInTail(text)).toBe(outlet));
});

test("old addresses", () => {
  const at = new Date("2026-11-20T17:00:00Z");
  expect(oldPostPath("ershiyi  21APP", at, `NW${ID}`)).toBe(`/ershiyi/21app/2026/11/21/NW${ID}.html`);
  expect(oldCategoryPaths("TechBao")).toContain("/category/TechBao.html");
});

test("outlet names lose exactly one suffix, slugs are safe", () => {
  expect(outletName("每日要闻新闻新闻")).toBe("每日要闻新闻");
  expect(outletName("站长消息")).toBe("站长消息");
  expect(categorySlug("anxin(xianggang)")).toBe("anxin-xianggang");
  expect(categorySlug("Career In touxing")).toBe("career-in-touxing");
});

describe("mapping", () => {
  test("provider's markup becomes text and mentions", () => {
    const html = `<p style="display:none;height:1px"> </p><!-- EM_StockImg_Start --><p><a class="EmImageRemark" data-code="NIO|106|7"><img src="https://w/GetPic.aspx?nid=106.NIO&imageType=k"></a></p><!-- EM_StockImg_End --><p>首先，<strong><span id="stock_1.600519"><a href="http://quote.eastmoney.com/unify/r/1.600519" class="keytip" data-code="1,600519">甲股份</a></span><span id="quote_1.600519"></span></strong>与<span id="Info.3321"><a href="http://data.eastmoney.com/bbsj/" class="infokey">业绩</a></span>。<br /></p><center><img src="https://d/x_w1.jpg" orginial_src="https://d/x_w1_o.jpg" alt="image" style="a"></center><p class="em_media">（文章来源：海岸<span web="1" class="em_stock_key_common" data-code="90,BK0473">证券</span>报）</p>`;
    const post = mapped(`_posts/2026-11-20-${ID}.md`, `${head("题")}> 摘要\n\n${html}`);
    expect(post.bodyHtml).toBe(
      '<p>首先，<strong>甲股份</strong>与业绩。</p><p><a href="https://d/x_w1_o.jpg" rel="external nofollow noopener">查看原图</a></p>',
    );
    expect(post.mentions).toEqual([
      { symbol: "USNIO", kind: "stock", name: "" },
      { symbol: "SH600519", kind: "stock", name: "甲股份" },
    ]);
    expect(post).toMatchObject({ sourceName: "海岸证券报", digest: "摘要", isDigestOnly: false });
  });
  test("a title and digest in the place of the body", () => {
    const post = mapped(`_posts/2026-11-20-${ID}.md`, `${head("题目")}题目\n一句话。`);
    expect(post).toMatchObject({ bodyHtml: "<p>一句话。</p>", isDigestOnly: true });
  });
  test("a post without zone is of Beijing time; a post by hand is a story", () => {
    const post = mapped("_posts/2026-11-20-init.md", `${head("开站")}\n正文\n`);
    expect(new Date(post.publishAt).toISOString()).toBe("2026-11-20T02:00:00.000Z");
    expect(post.isDigestOnly).toBe(false);
  });
  test.each([
    ["no front matter", "_posts/2026-11-20-x.md", "正文"],
    ["unreadable date", "_posts/2026-11-20-x.md", `${head("题", "2026-13-45 10:00:00")}正文`],
    ["no text", "_posts/2026-11-20-x.md", head("题")],
    ["a page", "about.md", "---\ntitle: 关于\n---\n正文"],
  ])("refuses %s with a reason", (_name, path, text) => {
    expect(mapPost(path, text)).toMatchObject({ ok: false, reason: expect.stringMatching(/./) });
  });
  test("bytes that are no UTF-8 are put aside", () => {
    const group = mapGroup("~x", [
      { path: "_posts/2026-11-20-x.md", sha256: "", raw: Buffer.from([0xff, 0xfe, 0x2d]) },
    ]);
    expect(group).toMatchObject({ draft: null, files: [{ role: "quarantined", reason: "不是 UTF-8 文本" }] });
  });
  test("the order of files does not matter", () => {
    const files = [
      { path: `_posts/2026-11-20-${ID}.md`, sha256: "a", raw: Buffer.from(`${head("题")}> 摘要\n\n<p>甲</p>`) },
      { path: `old_post/2026-11-20-NW${ID}.md`, sha256: "b", raw: Buffer.from(`${head("题")}<p>甲</p>`) },
      { path: `_posts/-${ID}.md`, sha256: "c", raw: Buffer.from(`${head("", " +0800")}<p>甲</p>`) },
    ];
    expect(mapGroup(ID, [...files].reverse()).draft).toEqual(mapGroup(ID, files).draft);
  });
});

test("ids are valid version 7 and ordered by time, then by the provider's number", () => {
  const at = Date.UTC(2026, 10, 20);
  const ids = [
    articleId("202611201234567890", at),
    articleId("202611201234567891", at),
    articleId("202611200000000001", at + 1000),
  ];
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
});
