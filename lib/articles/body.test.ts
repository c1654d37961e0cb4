import { expect, test } from "vitest";
import { presentBody, presentFigure } from "@/lib/articles/body";

test("puts each table into a named region that the keyboard can scroll", () => {
  const html = presentBody("<p>甲</p><table><tbody></tbody></table><table></table>");
  expect(html).toContain(
    '<div class="scroll" tabindex="0" role="region" aria-label="表格 1"><table><tbody></tbody></table></div>',
  );
  expect(html).toContain('aria-label="表格 2"');
});

test("leaves the text alone", () => {
  expect(presentBody("<p>&lt;table&gt; 与 &lt;img </p>")).toBe("<p>&lt;table&gt; 与 &lt;img </p>");
});

test("a line that names a picture's source becomes its caption, other lines stay", () => {
  const html = presentBody('<figure><img src="/a.webp" alt=""></figure><p>图片来源：星海汽车报</p><p>图片来源不明</p>');
  expect(html).toContain("<figcaption>图片来源：星海汽车报</figcaption></figure><p>图片来源不明</p>");
});

test.each([
  ['<figure><img src="/a.webp" alt="" width="552"></figure>', "plate plate-full"],
  ['<figure><img src="/a.webp" alt="" width="120"></figure>', "plate"],
])("a picture fills the column when it is made for it: %s", (html, expected) => {
  expect(/class="(plate[^"]*)"/.exec(presentBody(html))?.[1]).toBe(expected);
});

test("the lead's picture is fetched first, the others when they come near", () => {
  const figure = '<figure><img src="/a.webp" alt="" width="552"></figure>';
  expect(presentFigure(figure)).toContain('fetchpriority="high"');
  expect(presentFigure(figure)).not.toContain("lazy");
  expect(presentBody(figure)).toContain('loading="lazy"');
});

test("a short bold line is set as a heading, a bold sentence within a paragraph is not", () => {
  expect(presentBody("<p><strong>剩下的六成怎么办</strong></p>")).toContain('<p class="sub">');
  expect(presentBody("<p><strong>要点</strong>：甲。</p>")).not.toContain("sub");
});

test("a picture of the library offers its sizes and keeps its place, others stay as they are", () => {
  const src = "/media/018f6d2a-0000-7000-8000-00000000000a/1600.webp";
  const html = presentBody(`<figure><img src="${src}" alt="图" width="1600" height="900"></figure>`);
  expect(html).toContain('<span class="plate plate-full"><picture><source type="image/avif" srcset="');
  expect(html).toContain(
    `loading="lazy" decoding="async" src="${src}" alt="图" width="1600" height="900"></picture></span>`,
  );
  expect(presentBody('<figure><img src="/a.webp" alt="" width="552"></figure>')).not.toContain("<picture>");
});
