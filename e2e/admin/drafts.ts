import { randomUUID } from "node:crypto";
import type { Portal } from "../fixtures";
import { databaseOf } from "./newsroom";

export type Drafts = { word: string; titles: string[]; slugs: string[] };

/** Drafts with a word in their titles that nothing else has; the last ones of them without a text. */
export async function makeDrafts(portal: Portal, count: number, { empty = 0 } = {}): Promise<Drafts> {
  const word = `批${randomUUID().slice(0, 8)}`;
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  const rows = numbers.map((n) => ({
    id: randomUUID(),
    slug: `${word}-${n}`,
    title: `${word} 第 ${String(n).padStart(2, "0")} 篇`,
    body_html: n > count - empty ? "" : "<p>正文在这里。</p>",
    word_count: n > count - empty ? 0 : 6,
    source_name: "东岸财经",
    // The first stands at the top of the list.
    updated_at: new Date(Date.now() - n * 1000),
  }));
  const sql = databaseOf(portal);
  const [outlet] = await sql`select id from categories where name = '东岸财经'`;
  await sql`insert into articles ${sql(rows.map((row) => ({ ...row, category_id: outlet?.id })))}`;
  await sql.end();
  return { word, titles: rows.map(({ title }) => title), slugs: rows.map(({ slug }) => slug) };
}
