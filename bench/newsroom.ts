import { once } from "node:events";
import type { Sql } from "postgres";
import { random } from "@/lib/testing/random";

const COMPANIES =
  "云岭电力 海岸钢构 启明光电 长丰农业 北辰软件 东湖医药 金沙水泥 远航物流 青石矿业 南屏食品 鼎湖银行 白鹭传媒".split(
    " ",
  );
const SECTORS = "新能源汽车 人工智能 半导体 房地产 光伏 锂电池 消费电子 医药 券商 银行 煤炭 航运 白酒 稀土".split(" ");
const ACTS =
  "拟回购股份 公布三季报 签订采购合同 下调盈利预测 获批发行债券 宣布扩产 回应监管问询 完成增资 终止重组 上调目标价".split(
    " ",
  );
const ENDS =
  "机构称影响有限 市场反应平淡 股价午后走高 分析师看法不一 资金持续流入 成交额创新高 明年或有转机 细则尚待公布".split(
    " ",
  );
/** One title in twenty thousand has it. */
export const RARE_WORD = "抽水蓄能";
const SENTENCE =
  "据了解，公司管理层在业绩说明会上表示，下一阶段将稳步推进既定项目，控制成本，并视市场情况调整投资节奏。";

const OUTLETS = 1200;
const AUTHORS = 40;
const TAGS = 300;
/** Articles of one COPY: the triggers see a statement's rows at once. */
const CHUNK = 10_000;
const FIRST = Date.UTC(2016, 0, 1);
const LAST = Date.UTC(2026, 10, 24);

/** `018f…`: an id that is a number, so that every run has the same. */
const uuidOf = (kind: number, n: number) =>
  `0190${kind.toString(16).padStart(4, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
export const outletId = (n: number) => uuidOf(1, n);
export const authorId = (n: number) => uuidOf(2, n);
const articleId = (n: number) => uuidOf(3, n);
export const tagId = (n: number) => uuidOf(4, n);

/** Rows of COPY's text format. */
const row = (...cells: (string | number | null)[]) =>
  `${cells.map((cell) => (cell === null ? "\\N" : String(cell).replace(/[\\\t\n]/g, " "))).join("\t")}\n`;

export async function copyRows(sql: Sql, into: string, rows: Iterable<string>) {
  const stream = await sql.unsafe(`copy ${into} from stdin`).writable();
  let batch = "";
  for (const line of rows) {
    batch += line;
    if (batch.length < 1 << 16) continue;
    if (!stream.write(batch)) await once(stream, "drain");
    batch = "";
  }
  stream.end(batch);
  await once(stream, "finish");
}

/** Few outlets carry most stories, as in life. */
const outletOf = (roll: (max: number) => number) => Math.floor((roll(10_000) / 10_000) ** 3 * OUTLETS);

type Line = { n: number; total: number; roll: (max: number) => number };

function title({ n, roll }: Line): string {
  const pick = (list: string[]) => list[roll(list.length)]!;
  const subject = roll(20_000) === 0 ? RARE_WORD : roll(3) === 0 ? pick(SECTORS) : pick(COMPANIES);
  return `${subject}${pick(ACTS)}${roll(900) + 100}${roll(2) ? "亿元" : "万股"}，${pick(ENDS)}${n % 3 === 0 ? `（${(n % 97) + 1}）` : ""}`;
}

/** Most were imported by day of publication; a tenth was touched again in the last month. */
function article(line: Line): string {
  const { n, total, roll } = line;
  const share = n / total;
  const status = ["draft", "scheduled", "withdrawn", "trashed"][roll(400)] ?? (share > 0.9999 ? "draft" : "published");
  const isFlash = roll(4) === 0;
  const made = new Date(FIRST + (LAST - FIRST) * share + roll(3_600_000));
  const published = status === "draft" ? null : status === "scheduled" ? new Date(LAST + roll(30) * 86_400_000) : made;
  const updated = roll(10) === 0 ? new Date(LAST - roll(30 * 86_400_000)) : made;
  const body = `<p>${SENTENCE.repeat(isFlash ? 1 : 4 + roll(12))}${n}</p>`;
  return row(
    articleId(n),
    `bench-${n}`,
    isFlash ? "flash" : "story",
    roll(60) === 0 ? 2 + roll(2) : 1,
    title(line),
    roll(3) === 0 ? "" : SENTENCE,
    body,
    body.length - 7,
    status,
    status === "trashed" ? "published" : null,
    outletId(outletOf(roll)),
    roll(500) === 0 ? "" : "来源",
    published?.toISOString() ?? null,
    roll(20) === 0 ? authorId(roll(AUTHORS)) : null,
    made.toISOString(),
    updated.toISOString(),
  );
}

function* numbered(from: number, to: number, write: (n: number) => string): Generator<string> {
  for (let n = from; n < to; n++) yield write(n);
}

/** Fills an empty, migrated database with a newsroom of `count` articles by COPY; the same rows for the same seed. */
export async function copyNewsroom(sql: Sql, count: number, seed = 1, onChunk: (done: number) => void = () => {}) {
  const roll = random(seed);
  await copyRows(
    sql,
    "categories (id, slug, name, pinyin)",
    numbered(0, OUTLETS, (n) => row(outletId(n), `meiti${n}`, `第${n}财经报`, `meiti${n}`)),
  );
  await copyRows(
    sql,
    "users (id, email, name, role, password_hash)",
    numbered(0, AUTHORS, (n) => row(authorId(n), `author${n}@example.com`, `记者${n}`, "author", "-")),
  );
  await copyRows(
    sql,
    "tags (id, slug, name)",
    numbered(0, TAGS, (n) => row(tagId(n), `tag-${n}`, `标签${n}`)),
  );
  const columns =
    "id, slug, kind, level, title, summary, body_html, word_count, status, trashed_from, category_id, source_name, publish_at, created_by, created_at, updated_at";
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK);
    await copyRows(
      sql,
      `articles (${columns})`,
      numbered(from, to, (n) => article({ n, total: count, roll })),
    );
    await copyRows(
      sql,
      "article_tags (article_id, tag_id)",
      numbered(from, to, (n) => (n % 3 === 0 ? row(articleId(n), tagId(n % TAGS)) : "")),
    );
    onChunk(to);
  }
  await sql.unsafe(
    "update article_tags t set listed_at = a.publish_at from articles a where a.id = t.article_id and a.status = 'published'",
  );
  await sql.unsafe("vacuum (analyze)");
}
