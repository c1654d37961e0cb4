import { FileText, type LucideIcon, Newspaper, Search, User } from "lucide-react";
import type { StatusName } from "@/components/admin/articles/status";
import { placesFor } from "@/components/admin/shell/places";
import type { Role } from "@/lib/context";
import type { Found } from "@/lib/palette/found";
import { matchSpelled, queryWords, type Span, type Spelled } from "@/lib/spelled";
import { ROLE_NAMES } from "@/lib/users/role-names";
import { type Entry, entriesFor } from "./entries";

export type Row = {
  id: string;
  text: string;
  spans: Span[];
  icon: LucideIcon;
  keys?: string;
  status?: StatusName;
  /** What stands at the end of the row: outlet, role. */
  note?: string;
  /** When it was changed last. */
  at?: string;
  does: { href: string } | { act: "keys" | "sign-out" };
};
export type Group = { name: string; rows: Row[] };

const PEOPLE = "/admin/users";

function entryRow(entry: Entry, spelled: Record<string, Spelled>, words: string[]): Row[] {
  const { name, also, icon, keys } = entry;
  const spans = matchSpelled(spelled[name]!, words) ?? (also && matchSpelled(spelled[also]!, words) ? [] : null);
  const does = "href" in entry ? { href: entry.href } : { act: entry.act };
  return spans ? [{ id: `entry-${name}`, text: name, spans, icon, does, ...(keys && { keys }) }] : [];
}

/** All that fits a query, in groups; of what the server found, what it found last. */
export function rowsFor(role: Role, spelled: Record<string, Spelled>, query: string, found: Found | null): Group[] {
  const words = queryWords(query);
  const own = entriesFor(role)
    .filter(({ isAskedFor }) => !isAskedFor || words.length > 0)
    .map(({ name, entries }) => ({ name, rows: entries.flatMap((entry) => entryRow(entry, spelled, words)) }));
  const hasPeople = placesFor(role).some(({ places }) => places.some(({ href }) => href === PEOPLE));
  const articles = (found?.articles ?? []).map((article) => ({
    ...{ id: `article-${article.id}`, text: article.title, spans: article.spans, icon: FileText },
    ...{ status: article.status as StatusName, note: article.outlet, at: article.updatedAt },
    does: { href: `/admin/articles/${article.id}` },
  }));
  const outlets = (found?.outlets ?? []).map(({ id, name, spans }) => ({
    ...{ id: `outlet-${id}`, text: name, spans, icon: Newspaper, note: "看它的文章" },
    does: { href: `/admin/articles?category=${id}` },
  }));
  const people = (found?.people ?? []).map(({ id, name, role, spans }) => ({
    ...{ id: `person-${id}`, text: name, spans, icon: User, note: ROLE_NAMES[role] },
    does: { href: `${PEOPLE}/${id}` },
  }));
  const elsewhere: Row[] =
    words.length > 0
      ? [
          {
            ...{ id: "elsewhere", text: `在全部文章的标题里找“${query.trim()}”`, spans: [], icon: Search },
            does: { href: `/admin/articles?q=${encodeURIComponent(query.trim())}` },
          },
        ]
      : [];
  const groups = [
    ...own,
    { name: words.length > 0 ? "文章" : "最近改动的文章", rows: [...articles, ...elsewhere] },
    { name: "媒体", rows: outlets },
    { name: "人员", rows: hasPeople ? people : [] },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}
