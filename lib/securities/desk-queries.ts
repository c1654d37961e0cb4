import "server-only";
import { and, asc, desc, eq, gt, ilike, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { likeWords, pageOf } from "@/lib/db/paging";
import { articles, refusedLinks, securities, securityNames } from "@/lib/db/schema";
import type { RefusedParams, SecurityParams } from "./params";

const PAGE_SIZE = 50;
/** Counting stops here; readers of the list need no more. */
export const MENTIONS_COUNTED = 1000;

/** Written out: in a selection of one table drizzle leaves the table's name away, and a subquery would mean its own. */
const own = sql.raw("securities.symbol");
const aliases = sql<string[]>`array(select n.name from security_names n where n.symbol = ${own} order by n.name)`;
const counted = sql<number>`(select count(*)::int from (select 1 from mentions m where m.symbol = ${own}
  and m.listed_at is not null limit ${MENTIONS_COUNTED + 1}) one)`;
const refused = sql<number>`(select count(*)::int from refused_links r where r.symbol = ${own})`;

const VIEWS: Record<NonNullable<SecurityParams["view"]>, SQL> = {
  edited: gt(securities.version, 1),
  named: sql`exists (select 1 from security_names n where n.symbol = ${own})`,
  ambiguous: sql`(securities.is_ambiguous or exists (select 1 from security_names n
    where n.symbol = ${own} and n.is_ambiguous))`,
  refused: sql`exists (select 1 from refused_links r where r.symbol = ${own})`,
};

/** By name, another name, code, pinyin or initials. */
function matching(q: string): SQL | undefined {
  const words = likeWords(q.normalize("NFKC"));
  return and(
    ...words.map((word) => {
      const start = word.slice(1).toLowerCase();
      return or(
        ilike(securities.name, word),
        ilike(securities.fullName, word),
        ilike(securities.symbol, word),
        like(securities.pinyin, start),
        like(securities.initials, start),
        sql`exists (select 1 from security_names n where n.symbol = ${own}
          and (n.name ilike ${word} or n.pinyin like ${start} or n.initials like ${start}))`,
      );
    }),
  );
}

/** One page of the securities, by code. */
export async function listSecurityLines(db: Db, { q, view, after, before }: SecurityParams) {
  const backwards = before !== undefined;
  const rows = await db
    .select({
      ...{ symbol: securities.symbol, kind: securities.kind, name: securities.name, fullName: securities.fullName },
      ...{ isAmbiguous: securities.isAmbiguous, counterpart: securities.counterpart },
      ...{ aliases, count: counted, refused },
    })
    .from(securities)
    .where(
      and(
        q ? matching(q) : undefined,
        view ? VIEWS[view] : undefined,
        after ? gt(securities.symbol, after) : undefined,
        before ? lt(securities.symbol, before) : undefined,
      ),
    )
    .orderBy(backwards ? desc(securities.symbol) : asc(securities.symbol))
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, PAGE_SIZE, { after, before });
}

/** One security with its names, for its form. */
export async function findSecurityForDesk(db: Db, symbol: string) {
  const [row] = await db
    .select({ security: securities, count: counted, refused })
    .from(securities)
    .where(eq(securities.symbol, symbol));
  if (!row) return null;
  const { name, kind, isAmbiguous } = securityNames;
  const names = await db
    .select({ name, kind, isAmbiguous })
    .from(securityNames)
    .where(eq(securityNames.symbol, symbol))
    .orderBy(asc(kind), asc(name));
  return { ...row, names };
}

/** Links of the provider that were refused, those of the newest writes first. */
export async function listRefusedLinks(db: Db, page: RefusedParams) {
  const backwards = page.before !== undefined;
  const at = page.before ?? page.after;
  const { createdAt, articleId, symbol, word, context, reason } = refusedLinks;
  const place = sql`(${createdAt}, ${articleId}, ${symbol}, ${word})`;
  const rows = await db
    .select({ createdAt, articleId, symbol, word, context, reason, title: articles.title, name: securities.name })
    .from(refusedLinks)
    .innerJoin(articles, eq(articles.id, articleId))
    .leftJoin(securities, eq(securities.symbol, symbol))
    .where(
      at &&
        sql`${place} ${backwards ? sql`>` : sql`<`} (${at[0]}::timestamptz, ${at[1]}::uuid, ${at[2]}::text, ${at[3]}::text)`,
    )
    .orderBy(...[createdAt, articleId, symbol, word].map((column) => (backwards ? asc(column) : desc(column))))
    .limit(PAGE_SIZE + 1);
  return pageOf(rows, PAGE_SIZE, page);
}
