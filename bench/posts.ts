import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { random } from "@/lib/testing/random";

const COMPANIES = ["云岭电力", "海岸钢构", "启明光电", "长丰农业", "北辰软件", "东湖医药", "金沙水泥", "远航物流"];
const VERBS = ["公告称", "披露", "表示", "回应称", "指出"];
const FACTS = ["营业收入同比增长", "净利润环比下降", "拟投资", "签订采购合同约", "研发支出达到", "回购股份金额为"];

const pad = (n: number, width = 2) => String(n).padStart(width, "0");

/** Writes `count` posts like those of the old site: a third are twins, one in six is a digest only. */
export function generatePosts(folder: string, count: number): number {
  const next = random(7);
  mkdirSync(join(folder, "_posts"), { recursive: true });
  mkdirSync(join(folder, "old_post"), { recursive: true });
  let bytes = 0;
  const sentence = (marked: boolean) => {
    const at = next(COMPANIES.length);
    const code = `${at % 2},${at % 2 ? 600100 + at : 300100 + at}`;
    const name = marked
      ? `<span id="stock_${code.replace(",", ".")}"><a href="http://quote.eastmoney.com/unify/r/${code.replace(",", ".")}" class="keytip" data-code="${code}">${COMPANIES[at]}</a></span><span id="quote_x"></span>`
      : COMPANIES[at];
    return `${name}${VERBS[next(VERBS.length)]}，${FACTS[next(FACTS.length)]}${next(9000) / 100}亿元，较上年同期变动${next(500) / 10}%。`;
  };
  let made = 0;
  for (let number = 0; made < count; number++) {
    const day = number % 360;
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    const id = `${date.replaceAll("-", "")}${pad(2_200_000_000 + number, 10)}`;
    const time = `${pad(next(24))}:${pad(next(60))}:${pad(next(60))}`;
    const outlet = next(60);
    const title = `${COMPANIES[next(COMPANIES.length)]}第${number}号公告要点`;
    const header = (categories: string, tags: string) =>
      `---\nlayout: post\ntitle: "${title}"\ndate: ${date} ${time} +0800\ncategories: ${categories}\ntags: ${tags}新闻\n---\n`;
    const write = (path: string, text: string) => {
      writeFileSync(join(folder, path), text);
      bytes += Buffer.byteLength(text);
      made++;
    };
    const link = `\n\n<http://finance.eastmoney.com/news/1354,${id}.html>\n\n[返回东财滚动新闻](//finews.withounder.com/emnews/)｜[返回首页](//finews.withounder.com/)`;
    if (number % 6 === 0) {
      write(`_posts/${date}-${id}.md`, `${header("emnews", "东财滚动")}\n${sentence(false)}（海岸日报）${link}`);
      continue;
    }
    const body = (marked: boolean) =>
      Array.from(
        { length: 6 + next(12) },
        (_, i) =>
          `<p>${i % 5 === 4 ? "<strong>要点</strong>" : ""}${sentence(marked)}${sentence(marked)}${sentence(false)}</p>`,
      ).join("");
    write(
      `old_post/${date}-NW${id}.md`,
      `${header(`meiti${outlet}`, `媒体${outlet}号`)}${body(false)}<p class="em_media">（文章来源：媒体${outlet}号）</p>${link}`,
    );
    if (number % 3 === 0 && made < count) {
      write(
        `_posts/${date}-${id}.md`,
        `${header("emnews", "东财滚动")}> ${sentence(false)}\n\n${body(true)}<p class="em_media">（文章来源：媒体${outlet}号）</p>${link}`,
      );
    }
  }
  return bytes;
}
