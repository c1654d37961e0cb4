import { readBody } from "./body-text";
import { findNames } from "./find-names";
import type { NameIndex } from "./name-index";
import type { Cut } from "./word-edges";

export type Relation = "direct" | "sector";
export type StoredMention = { symbol: string; relation: Relation; origin: "markup" | "auto" | "editor" };
export type Text = { title: string; summary: string; bodyHtml: string };
/** What has to change so that the automatic mentions are those of the text. */
export type Change = { add: Map<string, Relation>; remove: string[] };

/**
 * The securities that an article speaks of.
 * @param chosen of a company's listings those that editors or the provider's markup chose
 */
export function readMentions(
  { title, summary, bodyHtml }: Text,
  index: NameIndex,
  cut: Cut,
  chosen?: ReadonlySet<string>,
): Map<string, Relation> {
  const text = `${title}\n${summary ? `${summary}\n` : ""}${readBody(bodyHtml).text}`;
  const found = new Map<string, Relation>();
  for (const { symbol, relation } of findNames(text, index, cut, chosen))
    if (found.get(symbol) !== "direct") found.set(symbol, relation);
  return found;
}

/**
 * What editors and the provider's markup say stays; what an editor turned down never comes; an automatic mention goes
 * with the name in the text.
 */
export function compareMentions(
  found: ReadonlyMap<string, Relation>,
  stored: readonly StoredMention[],
  rejected: ReadonlySet<string>,
): Change {
  const has = new Map(stored.map((row) => [row.symbol, row]));
  const add = new Map<string, Relation>();
  for (const [symbol, relation] of found) {
    const row = has.get(symbol);
    if (rejected.has(symbol)) continue;
    if (!row || (row.origin === "auto" && row.relation !== relation)) add.set(symbol, relation);
  }
  const remove = stored
    .filter(({ symbol, origin }) => origin === "auto" && (!found.has(symbol) || rejected.has(symbol)))
    .map(({ symbol }) => symbol);
  return { add, remove };
}
