import { z } from "zod";

export const OUTLET_VIEWS = ["sound", "empty", "merged"] as const;
export const OUTLET_SORTS = ["pinyin", "newest", "count"] as const;

const shape = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  view: z.enum(OUTLET_VIEWS).optional().catch(undefined),
  sort: z.enum(OUTLET_SORTS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).optional().catch(undefined),
});
export type OutletParams = z.output<typeof shape>;

export const readOutletParams = (search: Record<string, string | string[] | undefined>): OutletParams =>
  shape.parse(search);

/** The list's address with some of its state changed; any change but of the page begins at the first. */
export function outletsPath({ page: _, ...state }: OutletParams, change: OutletParams = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...state, ...change })) if (value) query.set(name, String(value));
  const text = query.toString();
  return text ? `/admin/categories?${text}` : "/admin/categories";
}
