import { sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { countWords } from "@/lib/related/queries";
import { findRelatedByText } from "@/lib/related/related-by-text";

type Measure = (name: string, step: () => unknown) => Promise<void>;
type Row = { id: string; at: string; outlet: string };

const ARTICLES = 80;

/** Related stories by their words: of new articles, and of some from all of time. */
export async function measureRelated(db: Db, measure: Measure) {
  const counts = await countWords(db);
  let found = 0;
  let asked = 0;
  const look = async (name: string, order: ReturnType<typeof sql>) => {
    const rows = await db.execute<Row>(sql`
      select a.id, a.publish_at at, c.name outlet from articles a join categories c on c.id = a.category_id
      where a.status = 'published' and a.kind = 'story' order by ${order} limit ${ARTICLES}`);
    let next = 0;
    await measure(name, async () => {
      const { id, at, outlet } = rows[next++ % rows.length]!;
      const article = { here: { at: new Date(at), id }, categoryName: outlet, sourceName: "" };
      found += (await findRelatedByText(db, article, [], 5, counts)).length;
      asked++;
    });
  };
  await look("related by words, new articles", sql`a.publish_at desc, a.id desc`);
  await look("related by words, of all years", sql`md5(a.id::text)`);
  await measure("counting the words of the newest 1,000, once a day", () => countWords(db));
  console.log(`\n${(found / asked).toFixed(1)} related stories an article`);
}
