import { describe, expect, test } from "vitest";
import { setTable } from "@/lib/articles/tables";

const table = (...rows: string[][]) =>
  `<table><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;

describe("setTable", () => {
  test("makes a first row of words above figures the head, and sets columns of figures apart", () => {
    const html = setTable(
      table(["品种", "库存（万吨）", "同比"], ["粗粉", "10240", "+3.1%"], ["块矿", "1,815", "−2.4%"]),
    );
    expect(html).toBe(
      '<table><thead><tr><th scope="col">品种</th><th scope="col" class="fig">库存（万吨）</th><th scope="col" class="fig">同比</th></tr></thead>' +
        '<tbody><tr><td>粗粉</td><td class="fig">10240</td><td class="fig">+3.1%</td></tr>' +
        '<tr><td>块矿</td><td class="fig">1,815</td><td class="fig">−2.4%</td></tr></tbody></table>',
    );
  });

  test.each([
    ["1.2万元（降0.4万元）", true],
    ["约40个基点", true],
    ["—", true],
    ["2026年11月", false],
    ["一成半", false],
    ["当月现货均价", false],
  ])("takes %s for a figure: %s", (cell, expected) => {
    expect(setTable(table(["甲", "乙"], ["丙", cell], ["丁", cell])).includes('class="fig"')).toBe(expected);
  });

  test("leaves tables of words, heads of their own and joined cells alone", () => {
    const words = table(["甲", "乙"], ["丙", "丁"], ["戊", "己"]);
    const joined = '<table><tbody><tr><td colspan="2">甲</td></tr><tr><td>乙</td><td>1</td></tr></tbody></table>';
    expect(setTable(words)).toBe(words);
    expect(setTable(joined)).toBe(joined);
    const own = setTable(
      "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>丙</td><td>1</td></tr></tbody></table>",
    );
    expect(own).toContain('<thead><tr><th>甲</th><th class="fig">乙</th></tr></thead>');
  });
});
