import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { test as base, type Portal } from "../fixtures";

/** One address of each kind of reader page, with the status it answers. */
export type Template = { name: string; path: string; status: number };

type Made = { tag: string; gone: string; table: string; story: string };

/** Of each there are more pages than one: direct mentions and flashes of the first, mentions of the second. */
export const BANK = { symbol: "SH601398", sector: "BK0475", stories: 45, flashes: 25, ofSector: 22 };

const TABLE_HTML = `<p>一段话。</p><h2>一节</h2><ul><li>甲</li></ul><blockquote><p>引文。</p></blockquote><table><tbody><tr>${"<td>名称与说明</td>".repeat(9)}</tr><tr><td>甲</td>${"<td>12,345.6万元</td>".repeat(8)}</tr><tr><td>乙</td>${"<td>−3.0%</td>".repeat(8)}</tr></tbody></table><pre>${"a".repeat(300)}</pre>`;

/** What the demo says of the bank gives way to a number of mentions that is known. */
async function mentionBank(sql: postgres.Sql) {
  const { symbol, sector, stories, flashes, ofSector } = BANK;
  await sql`insert into securities (symbol, kind, name) values (${sector}, 'sector', '银行') on conflict (symbol) do nothing`;
  await sql`delete from mentions where symbol in (${symbol}, ${sector})`;
  const mention = (kind: string, of: string, relation: string, offset: number, count: number) => sql`
    insert into mentions (article_id, symbol, relation, origin, listed_at)
    select id, ${of}, ${relation}, 'markup', publish_at from articles where kind = ${kind} and status = 'published'
    order by publish_at desc, id desc offset ${offset} limit ${count}`;
  await mention("story", symbol, "direct", 0, stories);
  await mention("flash", symbol, "direct", 0, flashes);
  await mention("story", sector, "sector", 10, ofSector);
}

/**
 * Gives the demo archive what it lacks: a tag on 45 stories, a withdrawn story, one with a wide table, and a security
 * that is mentioned often.
 */
async function addWhatTheDemoLacks(portal: Portal): Promise<Made> {
  const sql = postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), {
    max: 1,
    onnotice: () => {},
  });
  try {
    const stories = await sql<{ id: string; slug: string; words: number; isTold: boolean }[]>`
      select id, slug, word_count words,
        exists (select 1 from cluster_members where article_id = articles.id) "isTold"
      from articles where kind = 'story' and status = 'published' order by publish_at desc limit 45`;
    const slugs = stories.map(({ slug }) => slug);
    const [gone, table] = [slugs[43]!, slugs[44]!];
    const story = stories.slice(5, 40).find(({ words, isTold }) => words > 1000 && !isTold)!.slug;
    await mentionBank(sql);
    await sql`insert into tags (id, slug, name) values (gen_random_uuid(), '锂电池', '锂电池')`;
    await sql`insert into article_tags (article_id, tag_id, listed_at)
      select articles.id, tags.id, publish_at from articles, tags where articles.slug = any(${slugs}) and tags.slug = '锂电池'`;
    await sql`update articles set status = 'withdrawn', withdrawn_reason = '来源无法核实' where slug = ${gone}`;
    for (const list of ["article_tags", "mentions"])
      await sql`update ${sql(list)} set listed_at = null where article_id = (select id from articles where slug = ${gone})`;
    await sql`delete from article_search where article_id = (select id from articles where slug = ${gone})`;
    await sql`update articles set body_html = ${TABLE_HTML} where slug = ${table}`;
    return { tag: "/tag/%E9%94%82%E7%94%B5%E6%B1%A0", gone, table, story };
  } finally {
    await sql.end();
  }
}

/** Every kind of reader page. */
export const test = base.extend<object, { templates: Template[] }>({
  templates: [
    async ({ portal }, use) => {
      const made = await addWhatTheDemoLacks(portal);
      const html = await (await fetch(`${portal.url}/live`)).text();
      const flash = /href="(\/articles\/[^"]+)"/.exec(html)![1]!;
      const page = (name: string, path: string, status = 200) => ({ name, path, status });
      await use([
        page("home", "/"),
        page("directory", "/category"),
        page("outlet", "/category/dongancaijing"),
        page("live", "/live"),
        page("live, important", "/live/important"),
        page("tag", made.tag),
        page("stock", "/stock/SZ002460"),
        page("stock with many stories", `/stock/${BANK.symbol}`),
        page("stock by sector", `/stock/${BANK.symbol}/sector`),
        page("stock's flashes", `/stock/${BANK.symbol}/flashes`),
        page("sector", `/stock/${BANK.sector}`),
        page("stock without a story", "/stock/SH600000"),
        page("stocks", "/stock"),
        page("stocks under a letter", "/stock/a-z/g"),
        page("story", `/articles/${made.story}`),
        page("story with a wide table", `/articles/${made.table}`),
        page("flash", flash),
        page("history", `/articles/${made.story}/history`),
        page("marking a sentence", `/articles/${made.table}/report`),
        page("corrections", "/corrections"),
        page("archive", "/archive"),
        page("archive's month", "/archive/2026/11"),
        page("archive's day", "/archive/2026/11/24"),
        page("most read, by nobody yet", "/most-read"),
        page("feeds", "/feeds"),
        page("later", "/later"),
        page("my", "/my"),
        page("developers", "/developers"),
        page("gone", `/articles/${made.gone}`, 410),
        page("missing", "/gibt-es-nicht", 404),
      ]);
    },
    { scope: "worker" },
  ],
});

/** Until the page's keys answer: islands come when it has been drawn. */
export const keysAnswer = (page: Page) => page.waitForFunction(() => customElements.get("keys-help"));

export { expect } from "../fixtures";
