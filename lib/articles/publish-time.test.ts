import { describe, expect, test } from "vitest";
import { describeTime, quickTimes, readTime, writeTime } from "./publish-time";

/** Wednesday, 14:20 in Beijing. */
const now = new Date("2026-11-25T06:20:00Z");

test.each([
  ["2026-11-26 09:20", "2026-11-26 09:20"],
  ["2026-11-26 9:20", "2026-11-26 09:20"],
  ["2026/11/26 09：20", "2026-11-26 09:20"],
  ["2026年11月26日 9:20", "2026-11-26 09:20"],
  ["2026-11-26T09:20", "2026-11-26 09:20"],
  ["11-26 9:20", "2026-11-26 09:20"],
  ["11月26日9:20", "2026-11-26 09:20"],
  ["16:05", "2026-11-25 16:05"],
  ["明天 8:00", "2026-11-26 08:00"],
  ["明早8:00", "2026-11-26 08:00"],
  ["后天 23:59", "2026-11-27 23:59"],
  ["2026-02-29 08:00", null],
  ["2026-11-26", null],
  ["24:00", null],
  ["9:75", null],
  ["下周", null],
  ["", null],
])("%s → %s", (text, expected) => {
  const time = readTime(text, now);
  expect(time && writeTime(time)).toBe(expected);
});

test("today is Beijing's, also where the browser still has yesterday", () => {
  const late = new Date("2026-11-25T16:30:00Z");
  expect(readTime("08:00", late)).toEqual(new Date("2026-11-26T00:00:00Z"));
});

describe("quickTimes", () => {
  const names = (at: string) => quickTimes(new Date(at)).map(({ name, at: time }) => [name, writeTime(time)]);
  test("on a working day, on a Friday evening, before National Day", () => {
    expect(names("2026-11-25T06:20:00Z")).toEqual([
      ["今晚 20:00", "2026-11-25 20:00"],
      ["明早 08:00", "2026-11-26 08:00"],
      ["下个交易日 09:00", "2026-11-26 09:00"],
    ]);
    expect(names("2026-11-27T13:00:00Z")).toEqual([
      ["明早 08:00", "2026-11-28 08:00"],
      ["下个交易日 09:00", "2026-11-30 09:00"],
    ]);
    expect(names("2026-09-30T13:00:00Z").at(-1)).toEqual(["下个交易日 09:00", "2026-10-08 09:00"]);
  });

  test("says so where the year's holidays are not known yet, and nowhere else", () => {
    const notes = (at: string) => quickTimes(new Date(at)).flatMap(({ note }) => note ?? []);
    expect(notes("2026-12-30T13:00:00Z")).toEqual([]);
    expect(notes("2031-01-28T13:00:00Z")).toEqual([expect.stringContaining("2031 年的休市安排还没有录入")]);
  });
});

test.each([
  ["2026-11-25T09:20:00Z", "2026年11月25日 星期三 17:20，3 小时后"],
  ["2026-11-25T06:25:00Z", "2026年11月25日 星期三 14:25，5 分钟后"],
  ["2026-11-25T08:00:00Z", "2026年11月25日 星期三 16:00，1 小时 40 分后"],
  ["2026-11-28T01:00:00Z", "2026年11月28日 星期六 09:00，3 天后"],
  ["2026-11-24T06:20:00Z", "2026年11月24日 星期二 14:20，24 小时前"],
])("%s is described as %s", (time, words) => {
  const [said, here] = describeTime(new Date(time), now).split("；你这里是 ");
  expect(said).toBe(here ? `北京时间 ${words}` : words);
});
