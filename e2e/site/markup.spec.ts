import { findJava, NO_JAVA } from "../../server/test/java";
import { checkMarkup } from "../nu-checker";
import { expect, test } from "./every-page";

const java = findJava();

test("the Nu HTML checker finds no error in any page that is sent", async ({ portal, everyPage }) => {
  test.skip(!java, NO_JAVA);
  test.setTimeout(240_000);
  const beside = [
    ["sign-in", "/sign-in"],
    ["setup by a dead link", "/setup?token=x"],
    ["setup", portal.setupLink.replace(/^https?:\/\/[^/]+/, "")],
    ["access by a dead link", "/access?token=x"],
    ["nothing outside of the reader pages", "/admin/gibt-es-nicht"],
    ["preview by a dead link", "/preview/x"],
    ["a wrong spelling", "/%zz"],
    ["too long an address", `/${"a".repeat(5000)}`],
    ["an old address", "/category/dongancaijing/"],
  ] as const;
  const documents = new Map<string, string>();
  for (const { name, path } of [...everyPage, ...beside.map(([name, path]) => ({ name, path }))]) {
    const response = await fetch(portal.url + path, { headers: { accept: "text/html" }, redirect: "manual" });
    const html = await response.text();
    if (html) documents.set(`${name} (${path.slice(0, 60)})`, html);
  }
  expect(documents.size).toBeGreaterThan(50);
  expect(checkMarkup(java!, documents)).toEqual([]);
});

test("the checker is asked in earnest: it finds a mistake that is there", () => {
  test.skip(!java, NO_JAVA);
  const wrong = '<!DOCTYPE html><html lang="zh-CN"><title>一</title><p id="a"><div id="a"></div></p>';
  const found = checkMarkup(java!, new Map([["wrong", wrong]]));
  expect(found.join("\n")).toMatch(/^wrong:1: Duplicate ID/m);
  expect(found.join("\n")).toContain("No “p” element in scope");
});
