import { describe, expect, test } from "vitest";
import { cutWords } from "@/lib/words";
import { findCodeNames, findMismatches } from "./code-names";
import { findMentions } from "./find-mentions";
import { buildNameIndex } from "./name-index";
import { readSeed } from "./seed";

const rows = readSeed(process.cwd()).filter(({ symbol }) => /^(?:SH|SZ|BJ)/.test(symbol));
const index = buildNameIndex(readSeed(process.cwd()));
const symbols = (text: string) => findMentions([text], index, cutWords).map(({ symbol }) => symbol);

test.each([
  ["贵州茅台股价创新高", ["SH600519"]],
  ["贵州茅台酒股份有限公司公告", ["SH600519"]],
  ["招商银行、工商银行和平安银行下调利率", ["SH600036", "SH601398", "SZ000001"]],
  ["中国平安的保费", ["SH601318"]],
  ["中国人民银行公告", []],
  ["中国银行业协会发布报告", []],
  ["中国银行间市场交易商协会", []],
  ["上海银行间同业拆放利率", []],
  ["中国银行业绩会", ["SH601988"]],
  ["平安银行业务结构", ["SZ000001"]],
  ["中国银行保险监督管理委员会", []],
  ["中国石油化工股份有限公司", ["SH600028"]],
  ["中国石油化工集团董事长", []],
  ["中国石油天然气股份有限公司", ["SH601857"]],
  ["中国石油与中国石化", ["SH601857", "SH600028"]],
  ["中国新能源汽车销量", []],
  ["广大东南亚消费者", []],
  ["重新希望他们", []],
  ["太阳能电池出口", []],
  ["机器人产业", []],
  ["太阳能（000591）停牌", ["SZ000591"]],
  ["机器人（300024）", ["SZ300024"]],
  ["据东方财富网数据", []],
  ["东方财富的经纪业务", ["SZ300059"]],
  ["同花顺iFinD数据显示", []],
  ["万科发布公告", ["SZ000002"]],
  ["万科A涨停", ["SZ000002"]],
  ["寒武纪的订单", ["SH688256"]],
  ["TCL科技与TCL中环", ["SZ000100", "SZ002129"]],
  ["XTCL科技Y", []],
  ["代码600519", ["SH600519"]],
  ["SH600519", ["SH600519"]],
  ["sz000001 走强", ["SZ000001"]],
  ["600519.SH", ["SH600519"]],
  ["600519.SS", ["SH600519"]],
  ["（1579.HK）", ["HK01579"]],
  ["HK01579", ["HK01579"]],
  ["中国平安（2318.HK）", ["HK02318"]],
  ["中国平安（601318、2318.HK）", ["SH601318", "HK02318"]],
  ["成交600519股", []],
  ["共600519万元", []],
  ["增至600,519", []],
  ["1600519", []],
  ["600519.25点", []],
  ["编号20600519", []],
  ["SH600001", []],
  ["贵州茅台（６００５１９）", ["SH600519"]],
  ["没有公司的句子。", []],
  ["长城汽车与长安汽车", ["SH601633", "SZ000625"]],
  ["天津港口吞吐量", []],
  ["比亚迪电子", ["HK00285"]],
  ["赣锋锂业（002460）、天齐锂业(002466.SZ)", ["SZ002460", "SZ002466"]],
  ["宁德时代在宁德的工厂", ["SZ300750"]],
])("%s", (text, expected) => {
  expect(symbols(text)).toEqual(expected);
});

describe("findMentions", () => {
  test("counts a name and its code once, and tells the first place", () => {
    const paragraphs = ["标题", "第一段。", "贵州茅台（600519）涨，贵州茅台又涨；五粮液跌。"];
    expect(findMentions(paragraphs, index, cutWords)).toEqual([
      { symbol: "SH600519", name: "贵州茅台", relation: "direct", count: 2, paragraph: 2 },
      { symbol: "SZ000858", name: "五粮液", relation: "direct", count: 1, paragraph: 2 },
    ]);
  });

  test("a text without any sign costs no more than its length", () => {
    const text = `${"招商银行与工商银行".repeat(20_000)}(`;
    expect(findMentions(["标题", text], index, cutWords)).toMatchObject([{ count: 20_000 }, { count: 20_000 }]);
  });

  test("a long text takes milliseconds, not seconds", () => {
    const paragraphs = Array.from({ length: 400 }, () => "招商银行与工商银行的利率又下调了，市场并不意外。".repeat(10));
    expect(findMentions(paragraphs, index, cutWords)).toMatchObject([{ count: 4000 }, { count: 4000 }]);
  });
});

test.each([
  ["贵州茅台（600518）", [{ name: "贵州茅台", written: "600518", right: "600519", owner: "康美药业" }]],
  [
    "贵州茅台（600518）公告，贵州茅台（600518）",
    [{ name: "贵州茅台", written: "600518", right: "600519", owner: "康美药业" }],
  ],
  ["贵州茅台（600519）", []],
  ["贵州茅台(600519.SH)", []],
  ["据悉贵州茅台（000001）", [{ name: "贵州茅台", written: "000001", right: "600519", owner: "平安银行" }]],
  ["茅台（600519）", []],
  ["招行（600036）", []],
  ["五粮液（600999）", [{ name: "五粮液", written: "600999", right: "000858", owner: "招商证券" }]],
  ["贵州茅台（199999）", [{ name: "贵州茅台", written: "199999", right: "600519", owner: null }]],
  ["某公司（600519）", []],
  ["共计（600519元）", []],
])("code and name: %s", (text, expected) => {
  expect(findMismatches(findCodeNames(text), rows)).toEqual(expected);
});
