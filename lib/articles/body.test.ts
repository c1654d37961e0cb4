import { expect, test } from "vitest";
import { presentBody } from "@/lib/articles/body";

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
