import { describe, expect, test } from "vitest";
import { headlineParts } from "@/lib/headline";

describe("headlineParts", () => {
  test.each([
    "明年的锂价先谈妥了：三家电池厂与上游改签“季度浮动”长协",
    "银行间隔夜利率回到 1.3% 一线，机构说“钱多，但都不愿放长”",
    "《<蒙特利尔议定书>基加利修正案》生效",
    "",
  ])("keeps %s", (title) => {
    expect(headlineParts(title).join("")).toBe(title);
  });

  test("begins no line with closing punctuation and ends none with opening", () => {
    const parts = headlineParts("存款“搬家”有了新去处：短债（一年内）与红利，谁更划算？");
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      expect(part).not.toMatch(/^[”）：，？]/);
      expect(part).not.toMatch(/[“（]$/);
    }
  });

  test("keeps numbers and Latin words whole", () => {
    expect(headlineParts("ChatGPT-5.1 发布后 AI+ 板块涨 12.5%").some((part) => part.includes("12.5%"))).toBe(true);
  });

  test.each([
    ["惠民保第六年：免赔额降了，既往症那一档涨了", "免赔额降了，"],
    ["按季结算、上下封顶：电池厂与锂盐厂换了一份长协", "锂盐厂"],
    ["按季结算、上下封顶：电池厂与锂盐厂换了一份长协", "上下封顶："],
    ["欧洲天然气期货跌逾2% 海峡通航缓解供应担忧", "跌逾2% "],
  ])("breaks %s nowhere inside %s", (title, whole) => {
    expect(headlineParts(title).some((part) => part.includes(whole))).toBe(true);
  });
});
