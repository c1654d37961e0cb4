import { describe, expect, test } from "vitest";
import { profileOf } from "./profile";
import { compareStories } from "./same-story";

const TEXT =
  "鼎湖银行11月23日公告，公司董事会同意聘任周启明先生为副行长，任期自监管部门核准其任职资格之日起至本届董事会届满之日止。\n公告显示，周启明持有经济学硕士学位，曾任公司业务部总经理。";
const story = (set: { title?: string; text?: string; at?: string; symbols?: string[] } = {}) => ({
  profile: profileOf({ title: set.title ?? "鼎湖银行聘任副行长", text: set.text ?? TEXT }),
  at: new Date(set.at ?? "2026-11-23T08:00:00Z"),
  symbols: set.symbols ?? [],
});
const verdict = (a: Parameters<typeof story>[0], b: Parameters<typeof story>[0]) => {
  const { verdict: said, why } = compareStories(story(a), story(b));
  return why ? `${said} ${why}` : said;
};

describe("two texts", () => {
  test.each([
    ["word for word, under another headline", {}, { title: "“70后”出任鼎湖银行副行长" }, "same"],
    [
      "with another source and dateline",
      {},
      { text: `北岭财经报青岚11月23日电（记者 程予安）${TEXT}\n（文章来源：北岭财经报）` },
      "same",
    ],
    ["in traditional characters", {}, { text: TEXT.replaceAll("董事会", "董事會").replaceAll("银行", "銀行") }, "same"],
    ["of which one names another person", {}, { text: TEXT.replaceAll("周启明", "沈知微") }, "other names"],
    [
      "of which one names another company",
      {},
      { title: "金沙银行聘任副行长", text: TEXT.replaceAll("鼎湖", "金沙") },
      "other names",
    ],
    ["of another day", {}, { at: "2026-11-27T08:00:00Z" }, "other time"],
    ["about other securities", { symbols: ["SH601902"] }, { symbols: ["SH601903"] }, "other securities"],
    ["of which one names no security", { symbols: ["SH601902"] }, { symbols: [] }, "same"],
    [
      "with nothing in common",
      {},
      { text: "两部门联合印发通知，换电试点城市扩大，单站补贴上限提高，明年起执行。" },
      "unlike",
    ],
    [
      "that are too short to say",
      { title: "公告", text: "详见公告。" },
      { title: "公告", text: "详见公告。" },
      "unlike",
    ],
  ])("%s", (_what, a, b, expected) => expect(verdict(a, b)).toBe(expected));

  test("an item of a round-up is not the round-up", () => {
    const item = { title: "鼎湖银行聘任副行长", text: TEXT };
    const others =
      "央行今日开展逆回购操作，中标利率持平。青岚港公布十月数据，吞吐量保持增长。海岸钢构提示交易风险。".repeat(3);
    expect(verdict(item, { title: "晚间要闻：银行换将；港口增长；钢构提示风险", text: `${TEXT}\n${others}` })).toBe(
      "unlike",
    );
    expect(verdict(item, { title: "鼎湖银行副行长人选出炉", text: `${TEXT}\n${others}` })).toBe("same");
  });
});
