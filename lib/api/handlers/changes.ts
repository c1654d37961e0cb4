import "server-only";
import { standingOf } from "@/lib/articles/standing";
import { type Change, findNewestChange, listChanges } from "@/lib/changes/queries";
import { beijingIso } from "@/lib/dates";
import { articlePath } from "@/lib/urls";
import { shareFor } from "../caller";
import { packChange, unpackChange } from "../cursor";
import { presentArticle, siteAddress } from "../present";
import { listArticlesByIds, listStandings } from "../queries";
import { type ChangeAnswer, GONE_KINDS, SHOWN_KINDS } from "../schemas/change";
import type { Handler } from "./types";

type Standing = Awaited<ReturnType<typeof listStandings>>[number];

const among = <Kind extends string>(kinds: readonly Kind[], kind: string): kind is Kind =>
  (kinds as readonly string[]).includes(kind);

/** The address and the public reason; of what is not public and never was gone, neither. */
function placeOf(row: Standing | undefined, now: Date) {
  if (!row || standingOf(row, now) === "hidden") return { uri: null, reason: "" };
  const { slug, takedownReason, withdrawnReason } = row;
  return { uri: siteAddress(articlePath(slug)), reason: takedownReason ?? withdrawnReason ?? "" };
}

export const changes: Handler<"listChanges"> = async ({ db, site, caller, query }) => {
  const { since, limit, text } = query;
  if (since === "now") return { items: [], next: packChange((await findNewestChange(db))?.number ?? 0), more: false };
  const after = since === undefined ? 0 : unpackChange(since);
  const rows = await listChanges(db, after, limit + 1);
  const items = rows.slice(0, limit);
  const ids = [...new Set(items.map(({ articleId }) => articleId))];
  const [shown, standings] = await Promise.all([
    listArticlesByIds(db, ids, shareFor(caller, text)),
    listStandings(db, ids),
  ]);
  const now = new Date();
  const present = ({ kind, articleId, at }: Change): ChangeAnswer => {
    const { uri, reason } = placeOf(
      standings.find(({ id }) => id === articleId),
      now,
    );
    const of = { at: beijingIso(at), id: articleId, uri };
    if (among(GONE_KINDS, kind)) return { kind, ...of, reason };
    if (!among(SHOWN_KINDS, kind)) throw new Error(`no such kind of change: ${kind}`);
    const row = shown.find(({ id }) => id === articleId);
    return { kind, ...of, article: row ? presentArticle(row, site.licence) : null };
  };
  return {
    items: items.map(present),
    next: packChange(items.at(-1)?.number ?? after),
    more: rows.length > limit,
  };
};
