import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import type { Portal } from "../fixtures";
import { BANK, test as base, type Template } from "./pages";

/** What search engines are told of a page: all of it, or nothing, where the address is a secret or there is no page. */
export type EveryPage = Template & { isSecret?: boolean };

export const LONG_TITLE = `关于${"进一步规范商业银行理财子公司理财产品流动性风险管理".repeat(3)}的通知`;
export const CORRECTION = "原文“增长 5%”应为“增长 3%”，<b>已改正</b>。";
export const ORIGINAL = "https://news.example.com/original?id=1&from=a";

/** Where a list's further page begins: the address its pager leads to. */
async function furtherOf(portal: Portal, path: string): Promise<string> {
  const html = await (await fetch(portal.url + path)).text();
  const [, further] = /href="([^"]*\/before\/[^"]+)"/.exec(html) ?? [];
  if (!further) throw new Error(`${path} leads to no further page`);
  return further;
}

async function makeUnusualArticles(sql: postgres.Sql) {
  const pick = async (condition: postgres.PendingQuery<postgres.Row[]>, offset: number) => {
    const [row] = await sql<{ id: string; slug: string }[]>`
      select id, slug from articles a where kind = 'story' and status = 'published' and ${condition}
      order by publish_at, id offset ${offset} limit 1`;
    return row!;
  };
  const isTold = sql`exists (select 1 from cluster_members m where m.article_id = a.id)`;
  const [pictured, told] = [await pick(sql`body_html like '%<img %'`, 0), await pick(isTold, 0)];
  const alone = sql`not ${isTold} and body_html not like '%<img %'`;
  const [corrected, republished, long, down] = [
    ...[await pick(alone, 10), await pick(alone, 11), await pick(alone, 12), await pick(alone, 13)],
  ];
  await sql`update articles set revised_at = publish_at + interval '3 hours' where id = ${corrected!.id}`;
  await sql`insert into corrections (id, article_id, version, kind, note, reason, created_at)
    select gen_random_uuid(), id, version, 'facts', ${CORRECTION}, '抄录有误', revised_at from articles where id = ${corrected!.id}`;
  await sql`update articles set original_url = ${ORIGINAL}, source_name = '原野财经', editor_name = '陈明'
    where id = ${republished!.id}`;
  await sql`update articles set title = ${LONG_TITLE} where id = ${long!.id}`;
  for (const list of ["article_tags", "mentions"])
    await sql`update ${sql(list)} set listed_at = null where article_id = ${down!.id}`;
  await sql`delete from article_search where article_id = ${down!.id}`;
  await sql`update articles set title = '（已按要求删除）', summary = '', body_html = '', status = 'withdrawn',
    withdrawn_reason = '法院裁定', withdrawn_at = now(), taken_down_at = now() where id = ${down!.id}`;
  await sql`insert into takedowns (id, article_id, requester, reason, basis, sha256, removed, addresses, actor, actor_name)
    values (gen_random_uuid(), ${down!.id}, '某法院', '法院裁定', '', repeat('0', 64), '{}', '[]', 'system:test', '测试')`;
  return { pictured, told, corrected: corrected!, republished: republished!, long: long!, down: down! };
}

/** A secret link to the preview of an article, and the page of a report, which its form leads to. */
async function makeSecretPages(portal: Portal, sql: postgres.Sql, articleId: string) {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await sql`insert into preview_links (token_hash, article_id, expires_at) values (${hash}, ${articleId}, now() + interval '1 day')`;
  const form = new URLSearchParams({ articleId, message: "第二段的数字不对", quote: "", contact: "", website: "" });
  const sent = await fetch(`${portal.url}/api/reports`, { method: "POST", body: form, redirect: "manual" });
  return { preview: `/preview/${token}`, report: sent.headers.get("location")! };
}

async function makeEveryPage(portal: Portal, templates: Template[]): Promise<EveryPage[]> {
  const url = readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const made = await makeUnusualArticles(sql);
    await sql`insert into most_read (span, place, article_id)
      select 'week', row_number() over (order by publish_at) , id from articles where kind = 'story' and status = 'published'
      order by publish_at limit 10`;
    const { preview, report } = await makeSecretPages(portal, sql, made.pictured.id);
    const page = (name: string, path: string, status = 200): EveryPage => ({ name, path, status });
    const secret = (name: string, path: string): EveryPage => ({ ...page(name, path), isSecret: true });
    const article = ({ slug }: { slug: string }) => `/articles/${encodeURIComponent(slug)}`;
    const tag = templates.find(({ name }) => name === "tag")!.path;
    const lists = [
      "/",
      "/category/dongancaijing",
      tag,
      "/live",
      `/stock/${BANK.symbol}`,
      `/stock/${BANK.symbol}/flashes`,
    ];
    const further = [];
    for (const path of lists) further.push(page(`further page of ${path}`, await furtherOf(portal, path)));
    return [
      ...templates,
      ...further,
      page("story with a picture", article(made.pictured)),
      page("story of several outlets", article(made.told)),
      page("corrected story", article(made.corrected)),
      page("republished story", article(made.republished)),
      page("story with a long headline", article(made.long)),
      page("taken down", article(made.down), 410),
      page("archive's year", "/archive/2026"),
      page("most read in seven days", "/most-read/7d"),
      page("search", "/search"),
      page("search with results", "/search?q=%E9%94%82"),
      page("search without results", "/search?q=zzzzqqqq"),
      secret("preview", preview),
      secret("own report", report),
      secret("report not sent", "/reports/not-sent/invalid"),
    ];
  } finally {
    await sql.end();
  }
}

/** Every kind of page that readers meet, the unusual articles among them. */
export const test = base.extend<object, { everyPage: EveryPage[] }>({
  everyPage: [async ({ portal, templates }, use) => use(await makeEveryPage(portal, templates)), { scope: "worker" }],
});

export { expect } from "../fixtures";
