import { describe, expect, test } from "vitest";
import { Dictionary } from "./dictionary";
import { parseQuery } from "./parse-query";
import { buildTsquery } from "./tsquery";

const dictionary = new Dictionary("test", []);
const built = (text: string) =>
  buildTsquery(
    parseQuery(text).terms.map((term) => ({ ...term, instead: [] })),
    [],
    dictionary,
  );

describe("the end of a term", () => {
  test.each(["锂价", "涨价函"])("of %s may be the beginning of a longer word", (text) => {
    expect(built(text)).toMatch(/:\*/);
  });
  test.each(["抽水蓄能", "碳酸锂价", "“碳酸锂长协”"])("of %s is closed: it says enough as it is", (text) => {
    expect(built(text)).not.toMatch(/:\*/);
  });
});
