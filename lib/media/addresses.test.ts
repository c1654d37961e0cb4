import { expect, test } from "vitest";
import { sanitizeArticleHtml } from "@/lib/content/sanitize";
import {
  bodyImage,
  figureCaption,
  mediaIdsIn,
  readCaption,
  shownSize,
  slotsFor,
  withPicture,
  withSizes,
} from "./addresses";

const id = "018f6d2a-0000-7000-8000-00000000000a";
const picture = { id, generation: 1, width: 3200, height: 1800, alt: "图" };

test.each([
  [200, [480]],
  [480, [480]],
  [800, [480, 960]],
  [960, [480, 960]],
  [4000, [480, 960, 1600]],
])("a picture %i wide has the slots %j", (width, slots) => {
  expect(slotsFor(width)).toEqual(slots);
});

test("is never shown larger than it is", () => {
  expect(shownSize({ width: 3200, height: 1800 })).toEqual({ width: 1600, height: 900 });
  expect(shownSize({ width: 300, height: 3000 })).toEqual({ width: 300, height: 3000 });
  expect(shownSize({ width: 30_000, height: 1 })).toEqual({ width: 1600, height: 1 });
});

test("the widths of a small picture are said as they are", () => {
  const tag = `<img loading="lazy" decoding="async" src="/media/${id}/1600.webp" alt="" width="800" height="500">`;
  const shown = withSizes(tag);
  expect(shown).toContain(`srcset="/media/${id}/480.avif 480w, /media/${id}/960.avif 800w"`);
  expect(shown).toContain(`srcset="/media/${id}/480.webp 480w, /media/${id}/960.webp 800w"`);
  expect(shown).toContain('width="800" height="500"></picture>');
  expect(shown).not.toContain("1600.avif");
});

test("a replaced one keeps its generation in every size", () => {
  const shown = withSizes(`<img src="/media/${id}/1600.webp?v=3" alt="" width="1600" height="900">`);
  expect(shown).toContain(`/media/${id}/960.avif?v=3 960w`);
  expect(shown).toContain(`/media/${id}/1600.webp?v=3 1600w`);
});

test.each([
  '<img src="/demo/charts/a.webp" alt="" width="552">',
  `<img src="/media/${id}/1600.webp" alt="">`,
  `<img src="/media/${id}/original" alt="" width="5">`,
  '<img src="/media/x/1600.webp" alt="" width="5">',
])("leaves %s alone", (img) => {
  expect(withSizes(img)).toBe(img);
});

test("what the body stores goes through the sanitiser unchanged, of a replaced one as well", () => {
  for (const generation of [1, 2]) {
    const { src, alt, width, height } = bodyImage({ ...picture, generation });
    const html = `<figure><img src="${src}" alt="${alt}" width="${width}" height="${height}"></figure>`;
    expect(sanitizeArticleHtml(html)).toBe(html);
    expect(mediaIdsIn(html)).toEqual([id]);
  }
});

test("finds each picture once, and none in the text", () => {
  const other = id.replace(/a$/, "b");
  const html = `<p>/media/${other}/</p><figure><img src="/media/${id}/1600.webp" alt=""><img src="/media/${id}/480.webp" alt=""></figure>`;
  expect(mediaIdsIn(html)).toEqual([id]);
});

test("a new generation goes into the body with its own size, alt and caption stay", () => {
  const html = `<figure><img src="/media/${id}/1600.webp" alt="甲" width="1600" height="900"><figcaption>注</figcaption></figure>`;
  expect(withPicture(html, { id, generation: 2, width: 800, height: 800 })).toBe(
    `<figure><img src="/media/${id}/1600.webp?v=2" alt="甲" width="800" height="800"><figcaption>注</figcaption></figure>`,
  );
});

test.each([
  ["港口", "本报摄影", "港口（图源：本报摄影）"],
  ["", "本报摄影", "图源：本报摄影"],
  ["港口（左）", "", "港口（左）"],
  ["", "", ""],
])("caption %j and credit %j stand below as %j, and are read from there", (caption, credit, text) => {
  expect(figureCaption({ caption, credit })).toBe(text);
  expect(readCaption(text)).toEqual({ caption, credit });
});

test.each([
  ["港口（图片来源：新社）", "港口", "新社"],
  ["图片来源：新社", "", "新社"],
])("reads %j of older stories", (text, caption, credit) => {
  expect(readCaption(text)).toEqual({ caption, credit });
});
