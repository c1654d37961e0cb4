import { expect, test } from "vitest";
import { matchCommands, SLASH_COMMANDS } from "./slash-commands";

test.each([
  ["表", ["编号列表", "列表", "表格"]],
  ["bg", ["表格"]],
  ["biao'g", ["表格"]],
  ["ly", ["文章来源"]],
  ["xiaobiao", ["小标题"]],
  ["H2", ["小标题"]],
  ["没有", []],
])("%s", (query, names) => {
  expect(new Set(matchCommands(query).map(({ name }) => name))).toEqual(new Set(names));
});

test("without a word, all of them, each with initials of its own", () => {
  expect(matchCommands("")).toEqual(SLASH_COMMANDS);
  const initials = SLASH_COMMANDS.map(({ keys }) => keys[0]);
  expect(new Set(initials).size).toBe(initials.length);
});
