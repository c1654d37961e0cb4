import { expect, test } from "vitest";
import { treeToHtml } from "@/lib/content/flow";
import { visibleText } from "@/lib/content/text";
import { parseHtml } from "@/lib/content/tree";
import { arrangeBlocks } from "./arrange";
import { cleanProviderMarkup } from "./provider-markup";

function arranged(html: string): string {
  const tree = parseHtml(html);
  cleanProviderMarkup(tree);
  arrangeBlocks(tree);
  return treeToHtml(tree);
}

const chart = '<center><img src="/demo/a_w1104h560.webp" alt="Image" width="552" style="x" /></center>';
const img = (alt = "") => `<img src="/demo/a_w1104h560.webp" alt="${alt}" width="1104" height="560">`;

test.each([
  [
    "a centred paragraph behind it",
    `${chart}\r\n <p style="text-align:center;">十月增量</p><p>正文。</p>`,
    `<figure>${img("十月增量")}<figcaption>十月增量</figcaption></figure><p>正文。</p>`,
  ],
  [
    "a source, which describes nothing",
    `${chart}<p>图片来源：海岸日报</p><p>正文。</p>`,
    `<figure>${img()}<figcaption>图片来源：海岸日报</figcaption></figure><p>正文。</p>`,
  ],
  [
    "a written description, which stays",
    `<p>${chart.replace("Image", "柱形图")}</p><p>图1：增量</p>`,
    `<figure>${img("柱形图")}<figcaption>图1：增量</figcaption></figure>`,
  ],
  ["no caption in ordinary text", `${chart}<p>正文。</p>`, `<figure>${img()}</figure><p>正文。</p>`],
  [
    "no caption in a bold heading",
    `${chart}<p style="text-align:center"><strong>下一节</strong></p><p>正文。</p>`,
    `<figure>${img()}</figure><h2>下一节</h2><p>正文。</p>`,
  ],
  [
    "one caption for one picture",
    `${chart}${chart}<p style="text-align:center">图注</p>`,
    `<figure>${img()}</figure><figure>${img("图注")}<figcaption>图注</figcaption></figure>`,
  ],
])("a picture of our own takes %s", (_what, html, expected) => expect(arranged(html)).toBe(expected));

test("a size is taken from the name only; without one the markup's width stays", () => {
  expect(arranged('<img src="/i/x.png" width="300">')).toBe('<figure><img src="/i/x.png" alt="" width="300"></figure>');
  expect(arranged('<img src="/i/x_w0h5.png">')).toBe('<figure><img src="/i/x_w0h5.png" alt=""></figure>');
});

test.each([
  ["image", "查看原图"],
  ["图片", "查看原图"],
  ["厂房外景", "查看原图（厂房外景）"],
])("a foreign picture (%s) becomes a link to it in full size, its caption stays text", (alt, label) => {
  const html = `<center><img src="https://d.example/x_w800h555.jpg" orginial_src="https://d.example/x_o.jpg" alt="${alt}"></center><p style="text-align:center;">图片来源：某公司</p>`;
  expect(arranged(html)).toBe(
    `<p><a href="https://d.example/x_o.jpg" rel="external nofollow noopener">${label}</a></p><p>图片来源：某公司</p>`,
  );
});

test.each([
  ["<p><strong>产能从哪里来 </strong><br></p><p>正文。</p>", "<h2>产能从哪里来 </h2><p>正文。</p>"],
  ["<p><b>机构：<em>见顶</em></b></p><ul><li>甲</li></ul>", "<h2>机构：<em>见顶</em></h2><ul><li>甲</li></ul>"],
])("a bold paragraph that heads text becomes a heading: %s", (html, expected) => {
  expect(arranged(html)).toBe(expected);
});

test.each([
  ["a sentence", "<p><strong>他说，不再扩产。</strong></p><p>正文。</p>"],
  ["a quoted sentence", "<p><strong>“是船厂挑船东。”</strong></p><p>正文。</p>"],
  ["a question", "<p><strong>记者：怎么看</strong></p><p>正文。</p>"],
  ["a byline", "<p><strong>本报记者 张三</strong></p><p>正文。</p>"],
  ["the last", "<p>正文。</p><p><strong>产能从哪里来</strong></p>"],
  ["one before another", "<p><strong>产能</strong></p><p><strong>“用电。”</strong></p><p>正文。</p>"],
  ["one before a picture, which it captions", `<p><strong>图一 产能</strong></p>${chart}<p>正文。</p>`],
  ["one before the attribution", "<p><strong>产能</strong></p><p>（文章来源：甲报）</p>"],
  ["a long one", `<p><strong>${"长".repeat(40)}</strong></p><p>正文。</p>`],
  ["partly bold", "<p><strong>产能</strong>从哪里来</p><p>正文。</p>"],
  ["a link", '<p><strong><a href="/x">产能</a></strong></p><p>正文。</p>'],
])("no heading: %s", (_what, html) => {
  expect(arranged(html)).not.toContain("<h2>");
  expect(visibleText(arranged(html))).toBe(visibleText(treeToHtml(parseHtml(html))));
});
