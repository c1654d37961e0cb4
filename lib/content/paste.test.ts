import { describe, expect, test } from "vitest";
import { cleanPaste } from "./paste";
import { pasteReport } from "./paste-report";
import { sanitizeArticleHtml } from "./sanitize";

const counts = (html: string) => Object.fromEntries(cleanPaste(html).dropped.map(({ what, count }) => [what, count]));

describe("from Word", () => {
  const item = (level: number, marker: string, text: string) =>
    `<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]><span style='mso-bidi-font-size:12pt'>${text}</span><o:p></o:p></p>\n\n`;
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><style>p.MsoNormal{margin:0}</style></head>
<body><!--StartFragment--><p class=MsoTitle>季度回顾</p><h1 style='mso-outline-level:1'>一、概况</h1>
<p class=MsoNormal style='text-indent:21.0pt'>本季营收<b style='mso-bidi-font-weight:normal'>增长</b>，利润
持平<sup>1</sup>。<span style='display:none;mso-hide:all'>批注</span><o:p></o:p></p>
${item(1, "·", "甲")}${item(2, "o", "甲之一")}${item(1, "·", "乙")}
<p class=MsoNormal>其后</p>${item(1, "1.", "一")}${item(1, "2.", "二")}<!--EndFragment--></body></html>`;

  test("headings, marks and lists are kept", () => {
    expect(cleanPaste(word).html).toBe(
      "<h2>季度回顾</h2><h2>一、概况</h2><p>本季营收<strong>增长</strong>，利润持平<sup>1</sup>。</p>" +
        "<ul><li><p>甲</p><ul><li>甲之一</li></ul></li><li>乙</li></ul><p>其后</p><ol><li>一</li><li>二</li></ol>",
    );
  });
  test("styles and hidden text are counted", () => {
    expect(counts(word)).toMatchObject({ 隐藏内容: 1, 样式: expect.any(Number) });
  });
});

describe("from WeChat", () => {
  const wechat = `<section style="margin:0" data-tools="135"><section class="t"><p style="text-align:center">
<span style="font-size:15px;font-weight:bold">要点</span></p></section>
<section><p><br></p><p>市场<span style="color:#f00">回暖</span>。</p></section>
<p><img class="rich_pages" data-src="https://mmbiz.qpic.cn/a/640?wx_fmt=png" data-ratio="0.5" alt="走势" src="data:image/gif;base64,R0"></p>
<p>左文<img data-src="https://mmbiz.qpic.cn/b/640">右文</p><mpvoice name="x"></mpvoice><p>完</p></section>`;

  test("the text is kept, and pictures become links where they stood", () => {
    expect(cleanPaste(wechat).html).toBe(
      "<p><strong>要点</strong></p><p>市场回暖。</p>" +
        '<p><a href="https://mmbiz.qpic.cn/a/640?wx_fmt=png" rel="external nofollow noopener">图片：走势</a></p>' +
        '<p>左文</p><p><a href="https://mmbiz.qpic.cn/b/640" rel="external nofollow noopener">图片</a></p><p>右文</p><p>完</p>',
    );
    expect(pasteReport(cleanPaste(wechat).dropped)).toBe(
      "粘贴时去掉了：样式 6 处、嵌入内容 1 处；2 张外站图片改为链接",
    );
  });
});

describe("from a spreadsheet", () => {
  test("Excel's cells stay cells", () => {
    const excel = `<table border=0 width=216 style='border-collapse:collapse'><colgroup><col width=72 style='mso-width-source:userset'></colgroup>
<tr height=19><td class=xl65 style='mso-number-format:"0\\.00%"'>名称</td><td colspan=2>数</td></tr>
 <tr><td>甲</td><td align=right x:num>1.50%</td><td>2<br style='mso-data-placement:same-cell'>3</td></tr></table>`;
    expect(cleanPaste(excel).html).toBe(
      '<table><tbody><tr><td>名称</td><td colspan="2">数</td></tr><tr><td>甲</td><td>1.50%</td><td>2<br>3</td></tr></tbody></table>',
    );
  });
  test("Sheets' wrapper goes", () => {
    const sheets = `<meta charset="utf-8"><google-sheets-html-origin><style>td{}</style><table dir="ltr"><colgroup><col width="100"/></colgroup><tbody><tr><td style="font-weight:bold">甲</td><td data-sheets-value='{"1":3}'>1</td></tr></tbody></table></google-sheets-html-origin>`;
    expect(cleanPaste(sheets).html).toBe("<table><tbody><tr><td>甲</td><td>1</td></tr></tbody></table>");
  });
});

describe("from a web page", () => {
  test("page parts go and are named", () => {
    const page = `<nav><a href="/">首页</a></nav><h1 class="t">标题</h1><div onclick="x()">段一<script>x()</script></div>
<p>段二 <a href="javascript:x()">坏</a><button>分享</button></p><iframe src="https://a.cn"></iframe><svg><text>y</text></svg>
<ul class="l"><li>甲</li></ul><img src="https://a.cn/p.gif" width="1" height="1">`;
    expect(cleanPaste(page).html).toBe("<h2>标题</h2><p>段一</p><p>段二 坏</p><ul><li>甲</li></ul>");
    expect(pasteReport(cleanPaste(page).dropped)).toBe(
      "粘贴时去掉了：导航 1 处、样式 2 处、脚本 1 处、无效链接 1 个、按钮与表单 1 处、嵌入内容 1 处、图形 1 处、行内小图 1 张",
    );
  });
  test("Google Docs' wrapper is not bold, its spans are", () => {
    const docs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">平</span><span style="font-weight:700">粗</span><span style="font-style:italic">斜</span></p><br><ol><li dir="ltr"><p><span>一</span></p></li></ol></b>`;
    expect(cleanPaste(docs).html).toBe("<p>平<strong>粗</strong><em>斜</em></p><ol><li>一</li></ol>");
  });
  test("addresses of the newsroom itself lose their host", () => {
    const own = '<p><a href="https://news.cn/live">甲</a></p><img src="https://news.cn/i/a.png" alt="图">';
    expect(cleanPaste(own, { origin: "https://news.cn" }).html).toBe(
      '<p><a href="/live">甲</a></p><figure><img src="/i/a.png" alt="图"></figure>',
    );
  });
  test("an emoji in the middle of a line goes", () => {
    expect(cleanPaste('<p>末<img src="https://a.cn/x.png">段</p>').html).toBe("<p>末段</p>");
  });
});

test("an article of our own is pasted as it is, without a word", () => {
  const own =
    '<h2>量</h2><p>甲<strong>乙</strong><br>丙</p><pre><code>a\n  b</code></pre><table><thead><tr><th scope="col">名</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>';
  expect(cleanPaste(own)).toEqual({ html: own, dropped: [] });
  expect(pasteReport([])).toBe("");
});

test("the result is what the sanitiser would store, however deep the input", () => {
  for (const html of [`${"<div>".repeat(20_000)}甲`, "<p>甲<p>乙", "纯文本"]) {
    const cleaned = cleanPaste(html).html;
    expect(sanitizeArticleHtml(cleaned)).toBe(cleaned);
  }
});
