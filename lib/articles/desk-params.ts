import { z } from "zod";
import { beijingDay, parseBeijing } from "@/lib/dates";

/** What the address of the desk's list may say; anything else counts as unsaid. */
export const DESK_STATUSES = ["draft", "in_review", "scheduled", "published", "withdrawn", "trashed"] as const;
export type DeskStatus = (typeof DESK_STATUSES)[number];
export const DESK_SORTS = ["updated", "published", "created", "length"] as const;
export type DeskSort = (typeof DESK_SORTS)[number];
export const DESK_COLUMNS = [
  "status",
  "outlet",
  "author",
  "level",
  "words",
  "published",
  "updated",
  "created",
] as const;
export type DeskColumn = (typeof DESK_COLUMNS)[number];
const USUAL_COLUMNS: DeskColumn[] = ["status", "outlet", "author", "updated"];

/** Whose articles: a person's id, or those that no person began (imports, jobs). */
export const NO_AUTHOR = "none";

/** A place in the list: what the list is sorted by at the row (microseconds, or a length) and the row's id. */
export type DeskPosition = { key: string; id: string };
const cursor = z
  .string()
  .regex(/^\d{1,17}_[0-9a-f-]{36}$/)
  .transform((text) => ({ key: text.split("_")[0]!, id: text.split("_")[1]! }))
  .pipe(z.object({ key: z.string(), id: z.uuid() }));

/** `2026-11-3`, `2026/11/03` or `2026年11月3日` as `2026-11-03`. */
const day = z.string().transform((text, context) => {
  const [, y, m, d] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize("NFKC").trim()) ?? [];
  const at = y ? parseBeijing(`${y}-${m!.padStart(2, "0")}-${d!.padStart(2, "0")} 00:00`) : null;
  if (at) return beijingDay(at);
  context.addIssue({ code: "custom", message: "not a day" });
  return z.NEVER;
});

/** `cols=status,outlet` from a link, `cols=status&cols=outlet` from the form; the order is the table's own. */
const columns = z
  .union([z.string(), z.array(z.string())])
  .transform((said) => [said].flat().flatMap((part) => part.split(",")))
  .transform((said) => DESK_COLUMNS.filter((column) => said.includes(column)))
  .refine((known) => known.length > 0);

const shape = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  /** Where `q` is looked for; unsaid: in titles. */
  scope: z.enum(["text"]).optional().catch(undefined),
  status: z.enum(DESK_STATUSES).optional().catch(undefined),
  kind: z.enum(["story", "flash"]).optional().catch(undefined),
  level: z.enum(["1", "2", "3"]).optional().catch(undefined),
  category: z.uuid().optional().catch(undefined),
  author: z
    .union([z.uuid(), z.literal(NO_AUTHOR)])
    .optional()
    .catch(undefined),
  lacks: z.enum(["source", "summary"]).optional().catch(undefined),
  /** Which time `from` and `to` are about; unsaid: the last change. */
  by: z.enum(["published", "created"]).optional().catch(undefined),
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  sort: z.enum(DESK_SORTS).default("updated").catch("updated"),
  order: z.enum(["asc"]).optional().catch(undefined),
  cols: columns.default(USUAL_COLUMNS).catch(USUAL_COLUMNS),
  after: cursor.optional().catch(undefined),
  before: cursor.optional().catch(undefined),
  /** The article that was just put into the bin; not part of the list's state. */
  trashed: z.uuid().optional().catch(undefined),
});
export type DeskParams = z.output<typeof shape>;

export const readDeskParams = (search: Record<string, string | string[] | undefined>): DeskParams =>
  shape.parse(search);

/** The state that a stored or linked query says. */
export const readDeskQuery = (query: string): DeskParams =>
  readDeskParams(Object.fromEntries(new URLSearchParams(query)));

/** What of the list's state is a filter: the rest says how it is shown. */
export const isFiltered = ({ q, kind, level, category, author, lacks, from, to }: DeskParams): boolean =>
  [q, kind, level, category, author, lacks, from, to].some(Boolean);

type Change = Omit<Partial<DeskParams>, "after" | "before"> & { after?: string; before?: string };

/** The list's state in one spelling, without what goes without saying; a changed state begins at the first page. */
export function deskQuery(state: Partial<DeskParams>, change: Change = {}): string {
  const { after, before } = change;
  const { q, scope, status, kind, level, category, author, lacks } = { ...state, ...change };
  const { by, from, to, sort, order, cols } = { ...state, ...change };
  const chosen = cols?.join(",") === USUAL_COLUMNS.join(",") ? undefined : cols?.join(",");
  const said = {
    ...{
      q,
      scope: q ? scope : undefined,
      status,
      kind,
      level,
      category,
      author,
      lacks,
      by: from || to ? by : undefined,
      from,
      to,
    },
    ...{ sort: sort === "updated" ? undefined : sort, order, cols: chosen, after, before },
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value);
  return query.toString();
}

export function deskPath(state: Partial<DeskParams>, change: Change = {}): string {
  const query = deskQuery(state, change);
  return query ? `/admin/articles?${query}` : "/admin/articles";
}
