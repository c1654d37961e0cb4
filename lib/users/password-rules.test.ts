import { describe, expect, test } from "vitest";
import { ownWords } from "@/lib/users/own-words";
import { passwordFault, passwordStrength } from "@/lib/users/password-rules";

const words = ownWords({ name: "程予安", email: "yuan.cheng@donganpress.com" });

describe("passwordFault", () => {
  test.each<[why: string, password: string, fault: RegExp]>([
    ["too short", "xK9#mq2Lp", /至少 10/],
    ["too long", "x9".repeat(101), /最多 200/],
    ["a telephone", "13812345678", /数字/],
    ["a birthday and more", "19900101 2580", /数字/],
    ["one sign", "aaaaaaaaaaaa", /重复/],
    ["a short unit", "abq7abq7abq7", /重复/],
    ["few signs", "ababbbaabaab", /重复/],
    ...["woaini1314", "woaini1314520", "Woaini521!", "woaini5201314", "5201314woaini", "wodemima123", "mima123456"].map(
      (common): [string, string, RegExp] => ["common", common, /太常见/],
    ),
    ...["password123", "P@ssw0rd123!", "qwertyuiop", "1qaz2wsx3edc", "zxcvbnm123", "1q2w3e4r5t", "iloveyou520"].map(
      (common): [string, string, RegExp] => ["common", common, /太常见/],
    ),
    ...["qwerty2024", "admin123456", "zhangwei123", "a1b2c3d499", "caijing888"].map(
      (common): [string, string, RegExp] => ["common", common, /太常见/],
    ),
    ["their name", "chengyuan#24", /姓名/],
    ["their name in signs", "程予安2026!!!!", /姓名/],
    ["their address", "yuan.cheng77", /姓名/],
    ["where they work", "donganpress1", /姓名/],
    ["the site", "finews-7x9q", /站名/],
  ])("refuses %s: %s", (_why, password, fault) => {
    expect(passwordFault(password, words)).toMatch(fault);
  });

  test.each([
    ["a sentence", "九点半前把稿子交给校对科"],
    ["words that have nothing to do with one another", "kettle harbor sixteen"],
    ["signs at random", "v8Qm!tR2xz"],
    ["one's name and much else", "程予安-harbor-kettle"],
    ["the example of the journeys", "a long password"],
  ])("takes %s", (_what, password) => {
    expect(passwordFault(password, words)).toBeNull();
  });
});

test("passwordStrength says more for longer and more varied ones", () => {
  expect(["v8qmatrzxk", "v8Qm!tR2xz", "kettle harbor sixteen", "九点半前把稿子交给校对"].map(passwordStrength)).toEqual(
    [...["够用", "较强", "很强", "很强"]],
  );
});
