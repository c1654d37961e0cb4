import { z } from "zod";

export const SECURITY_VIEWS = ["edited", "named", "ambiguous", "refused"] as const;

const shape = z.object({
  q: z.string().trim().max(40).optional().catch(undefined),
  view: z.enum(SECURITY_VIEWS).optional().catch(undefined),
  after: z.string().max(20).optional().catch(undefined),
  before: z.string().max(20).optional().catch(undefined),
});
export type SecurityParams = z.output<typeof shape>;

export const readSecurityParams = (search: Record<string, string | string[] | undefined>): SecurityParams =>
  shape.parse(search);

/** The list's address with some of its state changed; any change begins at the first page. */
export function securitiesPath({ q, view }: SecurityParams, change: SecurityParams = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, view, ...change })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/admin/securities?${text}` : "/admin/securities";
}

export const REFUSED_PATH = "/admin/securities/refused";

/** Where a page of refused links begins: the time, the article, the symbol and the word of its last line. */
const place = z.tuple([z.iso.datetime(), z.uuid(), z.string(), z.string()]);
export type RefusedPlace = z.output<typeof place>;

export function readRefusedParams(search: Record<string, string | string[] | undefined>) {
  const read = (text: unknown): RefusedPlace | undefined => {
    if (typeof text !== "string") return undefined;
    const parsed = place.safeParse(text.split("~"));
    return parsed.success ? parsed.data : undefined;
  };
  return { after: read(search.after), before: read(search.before) };
}
export type RefusedParams = ReturnType<typeof readRefusedParams>;

export const refusedPath = (side: "after" | "before", at: RefusedPlace) =>
  `${REFUSED_PATH}?${side}=${encodeURIComponent(at.join("~"))}`;
