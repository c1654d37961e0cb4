import { describe, expect, test } from "vitest";
import { splitBody } from "./body";
import { splitFrontMatter } from "./front-matter";
import { mapGroup } from "./group";
import { mapPost } from "./map";
import { oldCategoryPaths, oldPostPath } from "./old-address";
import { outletName } from "./outlet";
import { isOlderVersion } from "./versions";

/** Numbers are those of the list of variations that the old site's posts were described with. */
const ID = "202611201234567890";
const OWN = `_posts/2026-11-20-NW${ID}.md`;
const EMNEWS = `_posts/2026-11-20-${ID}.md`;

type Head = { title?: string; date?: string; categories?: string; tags?: string };
const post = (body: string, head: Head = {}) => {
  const { title = "题目", date = "2026-11-20 10:00:00 +0800", categories = "haianribao", tags = "海岸日报新闻" } = head;
  return `---\nlayout: post\ntitle: "${title}"\ndate: ${date}\ncategories: ${categories}\ntags: ${tags}\n---\n${body}`;
};
const map = (path: string, text: string) => {
  const result = mapPost(path, text);
  if (!result.ok) throw new Error(result.reason);
  return result.post;
};
const group = (...files: [string, string][]) =>
  mapGroup(
    ID,
    files.map(([path, text], index) => ({ path, sha256: String(index), raw: Buffer.from(text) })),
  );
const roles = ({ files }: ReturnType<typeof group>) => Object.fromEntries(files.map((file) => [file.path, file.role]));

describe("file and identity", () => {
  test("1: twins are one story: the outlet's slug and text, the channel's digest, link and mentions", () => {
    const marked =
      '<p><span id="stock_1.600001"><a class="keytip" data-code="1,600001">甲公司</a></span><span id="quote_1.600001"></span>公告。</p>';
    const story = group(
      [EMNEWS, post(`> 摘要。\n\n${marked}`, { categories: "emnews", tags: "东财滚动新闻" })],
      [OWN, post("<p>甲公司公告。</p>")],
    );
    expect(roles(story)).toEqual({ [OWN]: "imported", [EMNEWS]: "merged" });
    expect(story.draft).toMatchObject({
      slug: `NW${ID}`,
      categories: "haianribao",
      summary: "摘要。",
      bodyHtml: "<p>甲公司公告。</p>",
      mentions: [{ symbol: "SH600001", name: "甲公司" }],
    });
    expect(map(EMNEWS, post(marked)).bodyHtml).toBe(story.draft?.bodyHtml);
  });

  test("2: a ghost gives way to the good header; alone it is dated by its number", () => {
    const ghost = post("> 摘要。\n\n<p>正文。</p>\n\n<>", { title: "", date: " +0800" });
    const story = group([`_posts/-${ID}.md`, ghost], [EMNEWS, post("> 摘要。\n\n<p>正文。</p>")]);
    expect(roles(story)).toEqual({ [EMNEWS]: "imported", [`_posts/-${ID}.md`]: "merged" });
    expect(story.draft).toMatchObject({ title: "题目", publishAt: new Date("2026-11-20T02:00:00Z") });

    const alone = map(`_posts/-${ID}.md`, ghost);
    expect(alone).toMatchObject({ title: "摘要", titleIsDerived: true, dateIsDerived: true });
    expect(new Date(alone.publishAt).toISOString()).toBe("2026-11-19T16:00:00.000Z");
    expect(alone.oldPaths).toEqual([`/old_post/-${ID}.md`]);
  });

  test("3: of one file in both folders the newer form counts", () => {
    const footer = "\n\n[返回甲新闻](//finews.withounder.com/emnews/)｜[返回首页](//finews.withounder.com/)";
    const old = post("<p>旧。</p>", { date: "2026-11-20 10:00:00" });
    const story = group([OWN, old], [`old_post/2026-11-20-NW${ID}.md`, post(`<p>新。</p>${footer}`)]);
    expect(story.draft?.bodyHtml).toBe("<p>新。</p>");
    expect(roles(story)[OWN]).toBe("merged");
    expect(isOlderVersion(Buffer.from(old), Buffer.from(post("<p>新。</p>")))).toBe(true);
    expect(isOlderVersion(Buffer.from(post("<p>甲。</p>")), Buffer.from(post("<p>新。</p>")))).toBe(false);
  });

  test("4: a post by hand keeps its slug, its tag is no outlet's suffix to cut", () => {
    const byHand = post("\n祝贺开站\n", { date: "2026-11-20 13:33:50", categories: "sitenews", tags: "站长消息" });
    expect(map("_posts/2026-11-20-init.md", byHand)).toMatchObject({
      name: { slug: "init", id: "" },
      outlet: "站长消息",
      bodyHtml: "<p>祝贺开站</p>",
      originalUrl: "",
      isDigestOnly: false,
    });
  });

  test("5: carriage returns before the paragraphs leave nothing behind", () => {
    expect(map(OWN, post("<p>甲。</p>\r\n <p>乙。</p>")).bodyHtml).toBe("<p>甲。</p><p>乙。</p>");
    expect(map(OWN, post("<p>甲。</p>").replaceAll("\n", "\r\n"))).toMatchObject({ title: "题目" });
  });
});

describe("front matter", () => {
  test("6, 7: a leading blank line; a date without zone is Beijing's, an empty one comes from the name", () => {
    expect(map(OWN, `\n${post("<p>甲。</p>", { date: "2026-11-20 07:30:00" })}`).publishAt).toBe(
      Date.UTC(2026, 10, 19, 23, 30),
    );
    expect(map(OWN, post("<p>甲。</p>", { date: " +0800" }))).toMatchObject({
      dateIsDerived: true,
      publishAt: Date.UTC(2026, 10, 19, 16),
    });
    expect(map(OWN, post("<p>甲。</p>", { date: "2026-11-21" })).publishAt).toBe(Date.UTC(2026, 10, 20, 16));
  });

  test.each(['"甲"商标：\\ 无效', "“股王” 跌2.5%（1579.HK）", "冒号: 与 # 号", "---", "'单'"])(
    "8: title %s",
    (title) => {
      expect(map(OWN, post("<p>甲。</p>", { title })).title).toBe(title);
    },
  );

  test("9: an empty title is made of the digest or the first sentence, and said so", () => {
    expect(group([OWN, post("<p>第一句！第二句。</p>", { title: "" })]).files[0]).toMatchObject({
      role: "imported",
      reason: "标题取自正文首句",
    });
    expect(map(OWN, post("<p>第一句！第二句。</p>", { title: "" })).title).toBe("第一句");
    expect(map(EMNEWS, post("> 摘要句。\n\n<p>正文。</p>", { title: "" })).title).toBe("摘要句");
  });

  test.each([
    ["haian bao21APP", `/haian/bao21app/2026/11/20/NW${ID}.html`],
    ["haian  zixun", `/haian/zixun/2026/11/20/NW${ID}.html`],
    ["TechHaian", `/techhaian/2026/11/20/NW${ID}.html`],
    ["haian(xianggang)", `/haian(xianggang)/2026/11/20/NW${ID}.html`],
    ["", `/2026/11/20/NW${ID}.html`],
  ])("10: categories %j give the address %s", (categories, path) => {
    expect(map(OWN, post("<p>甲。</p>", { categories })).oldPaths).toContain(path);
  });

  test("12: one suffix is cut; a tag keeps its blanks; a list's further entries are keywords", () => {
    expect(outletName("央岸新闻客户端新闻")).toBe("央岸新闻客户端");
    expect(map(OWN, post("<p>甲。</p>", { tags: "海岸 21财经APP新闻" })).outlet).toBe("海岸 21财经APP");
    expect(map(OWN, post("<p>甲。</p>", { tags: "[海岸日报新闻, 锂电, '储能', 锂电]" }))).toMatchObject({
      outlet: "海岸日报",
      keywords: ["锂电", "储能"],
    });
    const lines = "---\ntitle: 题\ntags:\n  - 海岸日报新闻\n  - 锂电\ncategories:\n- a\n- b\n---\n";
    expect(splitFrontMatter(lines).front).toMatchObject({
      tags: "海岸日报新闻",
      keywords: ["锂电"],
      categories: "a b",
    });
  });

  test("14: the outlet of a channel's story stands in its text, or nowhere", () => {
    const emnews = (body: string) => map(EMNEWS, post(body, { categories: "emnews", tags: "东财滚动新闻" })).sourceName;
    expect(emnews("> 摘要。（海岸证券报）\n\n<p>正文。</p>")).toBe("海岸证券报");
    expect(emnews("\n快讯。(江海网)\n")).toBe("江海网");
    expect(emnews("> 摘要。\n\n<p>正文。</p><p>（文章来源：江海客户端）</p>")).toBe("江海客户端");
    expect(emnews("\n快讯（全文）。\n")).toBe("");
  });

  test("names that no index could hold are refused", () => {
    for (const head of [{ categories: "a".repeat(3000) }, { tags: "甲".repeat(3000) }, { title: "甲".repeat(3000) }]) {
      expect(mapPost(OWN, post("<p>甲。</p>", head))).toMatchObject({
        ok: false,
        reason: expect.stringContaining("长"),
      });
    }
    expect(mapPost("_posts/2026-11-20-...md", post("<p>甲。</p>"))).toMatchObject({ ok: false });
  });
});

describe("body", () => {
  test("15: without HTML it is a flash, with a digest and HTML a story", () => {
    expect(map(EMNEWS, post("\n一段快讯。\n"))).toMatchObject({ isDigestOnly: true, bodyHtml: "<p>一段快讯。</p>" });
    expect(map(EMNEWS, post("> 只有摘要。\n"))).toMatchObject({ isDigestOnly: true, bodyHtml: "<p>只有摘要。</p>" });
    expect(map(EMNEWS, post("> 摘要。\n\n<p>正文。</p>"))).toMatchObject({ isDigestOnly: false, digest: "摘要。" });
  });

  test("16: a title and a digest in the place of the body", () => {
    expect(map(EMNEWS, post("题目 \n短摘要。")).bodyHtml).toBe("<p>短摘要。</p>");
  });

  test("17: a digest keeps its brackets, wherever they stand", () => {
    expect(map(EMNEWS, post("> 其一】其余【二】。\n\n<p>正文。</p>")).digest).toBe("其一】其余【二】。");
  });

  test("18: breaks and blanks at the end of paragraphs show nothing; bullets and numbers stay text", () => {
    const html =
      "<p>甲。<br /></p><p><strong>乙。 </strong></p>\n <p>●丙；</p><p>1)丁；2)戊。 </p><p>像是标题的一段</p>";
    expect(map(OWN, post(html)).bodyHtml).toBe(
      "<p>甲。</p><p><strong>乙。 </strong></p><p>●丙；</p><p>1)丁；2)戊。 </p><p>像是标题的一段</p>",
    );
  });

  test.each(["<br />", " ", "&nbsp;"])(
    "19, 20: a hidden paragraph of %j and two charts go, their codes stay",
    (inside) => {
      const block = (code: string, market: number) =>
        `<p style="display:none;height:1px;overflow:hidden;">${inside}</p><!-- EM_StockImg_Start --><p style="text-align:center;"><a href="http://q.example/unify/r/${market}.${code}" data-code="${code}|${market}|5" class="EmImageRemark"><img src="https://webquoteklinepic.eastmoney.com/GetPic.aspx?nid=${market}.${code}&imageType=k&token=0&at=1" alt="K图 ${code}_0"></a></p><!-- EM_StockImg_End -->`;
      const bare =
        '<!-- EM_StockImg_Start --><p><img src="https://webquoteklinepic.eastmoney.com/GetPic.aspx?nid=1.600001&imageType=k" data-code="K 600001|1|2" alt="K图 600001_0"></p><!-- EM_StockImg_End -->';
      const mapped = map(OWN, post(`${block("02338", 116)}${block("000001", 0)}${bare}<p>正文。</p>`));
      expect(mapped.bodyHtml).toBe("<p>正文。</p>");
      expect(mapped.mentions.map(({ symbol }) => symbol)).toEqual(["HK02338", "SZ000001", "SH600001"]);
    },
  );

  test("22, 23: split words come together; glossary words are no securities, an index under one is", () => {
    const word = (code: string, text: string) =>
      `<span web="1" href="http://q.example/unify/r/${code.replace(",", ".")}" class="em_stock_key_common" data-code="${code}">${text}</span>`;
    const html = `<p>中航${word("90,BK0473", "证券")}与<strong>${word("90,BK0475", "银行")}${word("90,BK0474", "保险")}</strong>、<span id="Info.116.06030"><a class="keytip" href="http://q.example/unify/r/116.06030">甲证券</a></span>，<span id="Info.3321"><a class="infokey" href="http://data.example/bbsj/">业绩</a></span>、<span id="Info.3259"><a class="infokey" href="http://q.example/unify/r/0.399006">创业板指</a></span>。</p>`;
    const mapped = map(OWN, post(html));
    expect(mapped.bodyHtml).toBe("<p>中航证券与<strong>银行保险</strong>、甲证券，业绩、创业板指。</p>");
    expect(mapped.mentions.map(({ symbol, kind }) => `${symbol} ${kind}`)).toEqual([
      "BK0475 sector",
      "BK0474 sector",
      "HK06030 stock",
      "SZ399006 index",
    ]);
  });

  test("24: 绿色经济 is no company, however often it is linked", () => {
    const link = '<span class="em_stock_key_common" data-code="116,01315">绿色经济</span>';
    expect(map(OWN, post(`<p>发展${link}，推动${link}。</p>`)).mentions).toEqual([]);
  });

  test("26: the table family stays, frames, films and scripts go", () => {
    const html =
      '<table style="x"><tr><td onclick="x()">甲</td></tr></table><iframe src="//x"></iframe><video src="//x">乙</video><script>1</script><p class="a" id="b">丙</p>';
    expect(map(OWN, post(html)).bodyHtml).toBe("<table><tbody><tr><td>甲</td></tr></tbody></table><p>丙</p>");
  });

  test("28: entities are decoded once, figures are no Markdown", () => {
    expect(map(OWN, post("<p>《&lt;甲&gt;乙》 &amp;lt; 2*3*4_5_~6~</p>")).bodyHtml).toBe(
      "<p>《&lt;甲&gt;乙》 &amp;lt; 2*3*4_5_~6~</p>",
    );
    expect(map(EMNEWS, post("\n《&lt;甲&gt;乙》*ST丙 2_3_4\n")).bodyHtml).toBe("<p>《&lt;甲&gt;乙》*ST丙 2_3_4</p>");
  });

  test("29: ideographic blanks, odd brackets, dashes and commas stay as they are", () => {
    const text = "　　甲(乙）――丙2.0,2.0， “丁”";
    expect(map(OWN, post(`<p>${text}</p>`)).bodyHtml).toBe(`<p>${text}</p>`);
  });
});

describe("tail", () => {
  const footer =
    "[返回海岸日报新闻](//finews.withounder.com/category/haian 21(x).html)｜[返回首页](//finews.withounder.com/)";
  test.each([
    [`<http://finance.example.com/news/1354,${ID}.html>`, `http://finance.example.com/news/1354,${ID}.html`],
    [
      `<http://finews.zning.xyz/html_News/NewsShare.html?infoCode=NW${ID}>`,
      `https://finance.eastmoney.com/a/${ID}.html`,
    ],
    [
      `<http://choicewzp1.eastmoney.com/html_News/NewsShare.html?infoCode=NW${ID}>`,
      `https://finance.eastmoney.com/a/${ID}.html`,
    ],
    ["<>", `https://finance.eastmoney.com/a/${ID}.html`],
    ["", `https://finance.eastmoney.com/a/${ID}.html`],
  ])("31: source link %j", (link, url) => {
    const mapped = map(OWN, post(`<p>甲。</p>\n\n${link}\n\n${footer}`));
    expect(mapped).toMatchObject({ originalUrl: url, bodyHtml: "<p>甲。</p>" });
  });

  test("32: a footer names the outlet where the header does not, and only at the end", () => {
    expect(map(OWN, post(`<p>甲。</p>\n\n${footer}`, { tags: "" })).outlet).toBe("海岸日报");
    expect(splitBody(`${footer}\n\n后文`)).toMatchObject({ footerForm: 0, footerOutlet: "" });
    expect(splitBody("正文 [返回首页](x)")).toMatchObject({ footerForm: 0, text: "正文 [返回首页](x)" });
    const slug = "[返回甲新闻](//finews.withounder.com/jia/)\n[返回首页](//finews.withounder.com/)";
    expect(splitBody(`正文\n\n${slug}\n`)).toMatchObject({ footerForm: 3, text: "正文", footerOutlet: "甲新闻" });
  });
});

describe("old addresses", () => {
  test("the day is that of the header in Beijing, not that of the name", () => {
    const late = post("<p>甲。</p>", { date: "2026-11-21 16:30:00 +0000" });
    expect(map(OWN, late).oldPaths).toEqual([`/haianribao/2026/11/22/NW${ID}.html`, `/old_post/2026-11-20-NW${ID}.md`]);
    expect(oldPostPath("a", new Date("2026-12-31T16:00:00Z"), "x")).toBe("/a/2027/01/01/x.html");
  });

  test("an outlet's page answers as it was written, and in lower case", () => {
    expect(oldCategoryPaths("haian 21APP")).toEqual([
      "/category/haian 21APP.html",
      "/category/haian 21APP",
      "/haian 21APP",
      "/category/haian 21app.html",
      "/category/haian 21app",
      "/haian 21app",
    ]);
  });
});

describe("hostile input ends, and ends as a story or with a reason", () => {
  test.each([
    ["blanks", " ".repeat(2_000_000)],
    ["blank lines", "\n ".repeat(500_000)],
    ["brackets", `[返回${"(a".repeat(300_000)}`],
    ["footers", "[返回甲](b)｜".repeat(100_000)],
    ["links", "<>\n".repeat(50_000)],
    ["deep elements", `${"<div>".repeat(100_000)}甲`],
    ["deep marks", `<p>${"<span class='keytip' data-code='1,600001'>".repeat(20_000)}甲`],
    ["keywords", `<p>${'<span class="keytip" data-code="1,600001">甲</span>'.repeat(20_000)}</p>`],
    ["attributions", "<p>（文章来源：".repeat(20_000)],
  ])("%s", (_what, body) => {
    expect(["imported", "quarantined"]).toContain(group([OWN, post(body)]).files[0]?.role);
  });
});
