import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOf } from "@/lib/revisions/blocks";
import { diffBody, diffText, piecesOf } from "@/lib/revisions/diff";
import { Budget, diffWords, type Piece } from "@/lib/revisions/word-diff";

const side = (pieces: Piece[], kind: "del" | "ins") =>
  pieces.flatMap((piece) => (piece.kind === "same" || piece.kind === kind ? piece.text : [])).join("");
const marked = (pieces: Piece[]) =>
  pieces.map(({ kind, text }) => (kind === "same" ? text : `${kind === "del" ? "-" : "+"}[${text}]`)).join("");

describe("diffWords", () => {
  test.each([
    ["央行下调利率", "央行上调利率", "央行-[下调]+[上调]利率"],
    ["贵州茅台股价上涨3.2%", "贵州茅台股价上涨3.5%", "贵州茅台股价上涨-[3.2%]+[3.5%]"],
    ["公司公布了年报。", "公司昨日公布了年报。", "公司+[昨日]公布了年报。"],
    ["甲", "", "-[甲]"],
    ["", "乙", "+[乙]"],
    ["", "", ""],
  ])("%s → %s", (before, after, expected) => {
    expect(marked(diffWords(before, after))).toBe(expected);
  });

  const text = fc.array(fc.constantFrom("央行", "下调", "的", "，", "利率", "3.2%", " ", "\n", "A股", "😀", "é"), {
    maxLength: 60,
  });

  test("deleted and kept is the old text, inserted and kept the new one", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text.map((words) => words.join("")),
          fc.string({ unit: "grapheme" }),
        ),
        text.map((words) => words.join("")),
        (before, after) => {
          for (const budget of [new Budget(), new Budget(0)]) {
            const pieces = diffWords(before, after, budget);
            expect(side(pieces, "del")).toBe(before);
            expect(side(pieces, "ins")).toBe(after);
          }
        },
      ),
    );
  });
});

describe("blocksOf", () => {
  test("items, rows, quotes and pictures are blocks of their own", () => {
    const html =
      "<h2>题</h2><p>一<br>二</p><ul><li>甲<ul><li>乙</li></ul></li><li><p>丙</p><p>丁</p></li></ul>" +
      "<blockquote><p>引</p></blockquote><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table><hr>" +
      '<figure><img src="/a.webp" alt="图"><figcaption>注</figcaption></figure>';
    expect(blocksOf(html).map(({ kind, text }) => `${kind}:${text}`)).toEqual([
      "section:题",
      "paragraph:一\n二",
      "item:甲",
      "item:乙",
      "item:丙",
      "item:丁",
      "quote:引",
      "row:a ｜ b",
      "rule:———",
      "figure:［图：图］注",
    ]);
    expect(blocksOf(html).at(-1)?.targets).toEqual(["/a.webp"]);
  });
});

describe("diffBody", () => {
  const kinds = (before: string, after: string) => diffBody(before, after).map(({ kind }) => kind);

  test("a rewritten paragraph is compared by words, a new one stands by itself", () => {
    const before = "<p>第一段。</p><p>公司昨日公布了年报，利润增长两成。</p><p>末段。</p>";
    const after = "<p>第一段。</p><p>全新的引子。</p><p>公司今日公布了年报，利润增长三成。</p><p>末段。</p>";
    const changes = diffBody(before, after);
    expect(changes.map(({ kind }) => kind)).toEqual(["same", "ins", "changed", "same"]);
    expect(marked(piecesOf(changes[2]!))).toBe("公司-[昨日]+[今日]公布了年报，利润增长-[两成]+[三成]。");
  });

  test("a change of a link alone is a change", () => {
    const link = (href: string) => `<p>见<a href="${href}">公告</a></p>`;
    const [change] = diffBody(link("/a"), link("/b"));
    expect(change).toMatchObject({ kind: "changed", before: { targets: ["/a"] }, after: { targets: ["/b"] } });
  });

  test("equal bodies have no change, an empty one only additions", () => {
    expect(kinds("<p>甲</p>", "<p>甲</p>")).toEqual(["same"]);
    expect(kinds("", "<p>甲</p>")).toEqual(["ins"]);
    expect(kinds("", "")).toEqual([]);
  });

  const sentence = fc.array(fc.constantFrom("央行", "下调", "利率", "公司", "公布", "年报", "，", "。"), {
    maxLength: 12,
  });
  const body = fc.array(
    sentence.map((words) => words.join("")),
    { maxLength: 20 },
  );
  const toHtml = (texts: string[]) => texts.map((text) => `<p>${text}</p>`).join("");

  test("both texts can be read off the changes, whatever the budget", () => {
    fc.assert(
      fc.property(body, body, fc.constantFrom(0, 30, 500, 1e6), (before, after, steps) => {
        const pieces = diffBody(toHtml(before), toHtml(after), new Budget(steps)).flatMap(piecesOf);
        expect(side(pieces, "del")).toBe(before.join(""));
        expect(side(pieces, "ins")).toBe(after.join(""));
      }),
    );
  });
});

describe("diffText", () => {
  test("counts characters of title, summary and body", () => {
    const before = { title: "央行下调利率", summary: "", bodyHtml: "<p>甲</p>" };
    const diff = diffText(before, { ...before, title: "央行上调利率", summary: "要点 一" });
    expect(diff).toMatchObject({ deleted: 2, inserted: 5 });
  });
});
