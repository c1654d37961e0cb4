import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sanitizeArticleHtml } from "./sanitize";
import { shorten } from "./summary";
import { countWords, visibleText } from "./text";

describe("sanitizeArticleHtml", () => {
  test.each([
    ["bare text", "甲乙", "<p>甲乙</p>"],
    ["b and i", "<p><b>甲</b><i>乙</i></p>", "<p><strong>甲</strong><em>乙</em></p>"],
    ["div with inline text", "<div>甲<p>乙</p>丙</div>", "<p>甲</p><p>乙</p><p>丙</p>"],
    ["styles, classes and handlers", '<p class="x" style="color:red" onclick="x()" id="p">甲</p>', "<p>甲</p>"],
    ["script with content", "<p>甲<script>alert(1)</script></p><style>p{}</style>", "<p>甲</p>"],
    ["iframe, template, svg", "<iframe>x</iframe><template><p>x</p></template><svg><p>y</p></svg>", "<p>y</p>"],
    ["entities once", "<p>《&lt;议定书&gt;》&amp;lt;</p>", "<p>《&lt;议定书&gt;》&amp;lt;</p>"],
    [
      "external link",
      '<p><a href="http://a.cn/?x=1&y=2" target="_blank">甲</a></p>',
      '<p><a href="http://a.cn/?x=1&amp;y=2" rel="external nofollow noopener">甲</a></p>',
    ],
    ["local link", '<a href="/articles/x">甲</a>', '<p><a href="/articles/x">甲</a></p>'],
    ["javascript link", '<a href=" jav&#9;ascript:alert(1)">甲</a>', "<p>甲</p>"],
    ["backslash link", '<a href="/\\evil.cn">甲</a>', "<p>甲</p>"],
    ["foreign image", '<p>甲<img src="https://a.cn/x.png"></p>', "<p>甲</p>"],
    ["protocol-relative image", '<img src="//a.cn/x.png">', ""],
    [
      "own image",
      '<p><img src="/i/x.png" width="300" onerror="x"></p>',
      '<figure><img src="/i/x.png" alt="" width="300"></figure>',
    ],
    [
      "figure",
      '<figure><img src="/i/x.png" alt="图"><figcaption>注</figcaption></figure>',
      '<figure><img src="/i/x.png" alt="图"><figcaption>注</figcaption></figure>',
    ],
    [
      "table",
      '<table border=1><caption>表</caption><tr><th scope="col" width=3>甲</th></tr><tr><td colspan="2"><p>1</p></td></tr></table>',
      '<p>表</p><table><tbody><tr><th scope="col">甲</th></tr><tr><td colspan="2">1</td></tr></tbody></table>',
    ],
    [
      "list",
      "<ul>\n<li><p>甲</p></li>\n<li>乙<ul><li>丙</li></ul></li></ul>",
      "<ul><li>甲</li><li><p>乙</p><ul><li>丙</li></ul></li></ul>",
    ],
    ["hidden filler", "<p><br /></p><p>&nbsp;</p><p>甲<br /></p>", "<p>甲</p>"],
    [
      "mark around blocks",
      "<strong><p>甲</p><p>乙</p></strong>",
      "<p><strong>甲</strong></p><p><strong>乙</strong></p>",
    ],
    ["headings", "<h1>甲</h1><h5>乙</h5>", "<h2>甲</h2><h3>乙</h3>"],
    ["pre", "<pre>\n\n  a\n b</pre>", "<pre>  a\n b</pre>"],
    ["blanks kept", "<p><strong>甲 </strong>　　乙 </p>\r\n <p>丙</p>", "<p><strong>甲 </strong>　　乙 </p><p>丙</p>"],
  ])("%s", (_name, input, expected) => {
    expect(sanitizeArticleHtml(input)).toBe(expected);
  });

  const names =
    "p div b strong i em a h1 h2 h6 ul ol li table thead tbody tfoot tr td th caption figure figcaption img br hr pre code sub sup span center blockquote script style template svg math select option plaintext textarea noscript nobr font button form foo mi mtext desc foreignObject".split(
      " ",
    );
  const piece = fc.oneof(
    fc.constantFrom(...names).map((name) => `<${name}>`),
    fc.constantFrom(...names).map((name) => `</${name}>`),
    fc.constantFrom(
      '<a href="http://a.cn">',
      '<a href="/x">',
      '<img src="/x.png" onerror=x>',
      "<a href=javascript:x>",
      '<img src=x"y>',
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "&lt;",
      "&amp;lt;",
      "&#13;",
      "&#0;",
      "\r\n",
      "\u0000",
      "甲",
      " ",
      "　",
      "\n",
      "<",
      ">",
      '"',
      "&nbsp;",
      '<td colspan="3">',
    ),
    fc.string({ maxLength: 6 }),
  );
  const hostile = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("running it twice changes nothing", () => {
    fc.assert(
      fc.property(hostile, (html) => {
        const once = sanitizeArticleHtml(html);
        expect(sanitizeArticleHtml(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  test("holds only the grammar", () => {
    const tag =
      /<(?:\/(?:p|h2|h3|ul|ol|li|blockquote|strong|em|a|figure|figcaption|table|thead|tbody|tr|t[dh]|sub|sup|code|pre)|(?:p|h2|h3|ul|ol|li|blockquote|strong|em|figure|figcaption|table|thead|tbody|tr|br|sub|sup|code|pre|hr)|a href="(?:https?:\/\/|\/(?!\/)|mailto:)[^"<>]*"(?: rel="external nofollow noopener")?|img src="\/(?!\/)[^"<>]*" alt="[^"<>]*"(?: width="\d+")?(?: height="\d+")?|t[dh](?: colspan="\d+")?(?: rowspan="\d+")?(?: scope="\w+")?)>/g;
    fc.assert(
      fc.property(hostile, (html) => {
        expect(sanitizeArticleHtml(html).replace(tag, "")).not.toMatch(/[<>\u0000\r]/);
      }),
      { numRuns: 3000 },
    );
  });

  test("survives very deep nesting", () => {
    const deep = `${"<div>".repeat(20_000)}甲`;
    expect(sanitizeArticleHtml(deep)).toBe("<p>甲</p>");
    const quotes = sanitizeArticleHtml(`${"<blockquote>".repeat(3000)}甲`);
    expect(sanitizeArticleHtml(quotes)).toBe(quotes);
  });
});

test("visibleText and countWords", () => {
  expect(visibleText("<p>甲 &lt;乙&gt;</p><ul><li>丙</li></ul>")).toBe("甲 <乙>\n丙");
  expect(countWords("<p>甲 乙𠮷</p>")).toBe(3);
});

test("shorten", () => {
  expect(shorten("短")).toBe("短");
  expect([...shorten("长".repeat(300))]).toHaveLength(120);
  expect(shorten(`${"长".repeat(80)}。${"长".repeat(80)}`)).toBe(`${"长".repeat(80)}。`);
});
