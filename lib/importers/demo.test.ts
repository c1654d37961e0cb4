import { expect, test } from "vitest";
import { csvLine } from "./csv";
import { shiftDates } from "./demo";

test("dates of names, header and numbers move by whole days, those of the prose stay", () => {
  expect(shiftDates("2026-11-23-NW202611231234567890.md", 2)).toBe("2026-11-25-NW202611251234567890.md");
  expect(
    shiftDates("date: 2026-11-23 09:00:00 +0800\n正文 2026-11-23，第20261123号 infoCode=NW202611231234567890", -23),
  ).toBe("date: 2026-10-31 09:00:00 +0800\n正文 2026-11-23，第20261123号 infoCode=NW202610311234567890");
  expect(shiftDates("/emnews/2026/11/23/x.html", 1)).toBe("/emnews/2026/11/24/x.html");
});

test("formula characters are defused in reports", () => {
  expect(csvLine(["=1+1", "+a", "-b", "@c", "\td", 'e"f', "正常"])).toBe(`'=1+1,'+a,'-b,'@c,'\td,"e""f",正常\r\n`);
});
