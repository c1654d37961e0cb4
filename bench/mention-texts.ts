import type { Text } from "@/lib/securities/auto-mentions";
import { random } from "@/lib/testing/random";

/** What stands between the names: attribution, longer names that hide, words that are companies elsewhere. */
const FILLERS = [
  "据了解，公司管理层在业绩说明会上表示，下一阶段将稳步推进既定项目，控制成本，并视市场情况调整投资节奏。",
  "中国人民银行今日开展逆回购操作，上海银行间同业拆放利率小幅下行，商业银行的资金面总体平稳。",
  "上海证券报记者从多个渠道获悉，相关细则正在征求意见，券商中国此前也报道过类似的消息。",
  "太阳能电池出口量同比增长四成，机器人产业规模继续扩大，农产品价格总体稳定。",
  "分析人士认为，行业竞争加剧，成交额为600519万元，编号20600519的合同已经终止。",
  "记者在现场看到，展台前人流如织，不少参观者停下脚步，向工作人员询问交付时间和价格。",
];
const VERBS = ["公告称", "披露", "表示", "回应称", "股价走高", "拟回购股份", "下调指引", "签订合同"];

/**
 * The same articles in every run: eight paragraphs of about 1,100 characters, in which six securities of the seed are
 * named, one of them with its code.
 */
export function generateTexts(names: { symbol: string; name: string }[], seed: number) {
  const next = random(seed);
  const pick = <T>(list: readonly T[]) => list[next(list.length)]!;
  return (number: number): Text => {
    const subject = pick(names);
    const paragraphs = Array.from({ length: 8 }, (_, at) => {
      const { symbol, name } = at === 0 ? subject : pick(names);
      const code = at === 0 ? `（${symbol.slice(2)}）` : "";
      const said = at < 6 ? `${name}${code}${pick(VERBS)}。` : "";
      return `<p>${pick(FILLERS)}${said}${pick(FILLERS)}<strong>要点</strong>：${pick(FILLERS)}</p>`;
    });
    const body = `${paragraphs.join("")}<p>（文章来源：海岸日报）</p>`;
    return { title: `${subject.name}${pick(VERBS)}（${number}）`, summary: "", bodyHtml: body };
  };
}
