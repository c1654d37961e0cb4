import { z } from "zod";

export const TAG_VIEWS = ["same", "merged"] as const;
export const TAG_SORTS = ["name", "newest"] as const;

const shape = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  view: z.enum(TAG_VIEWS).optional().catch(undefined),
  sort: z.enum(TAG_SORTS).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
  before: z.string().max(200).optional().catch(undefined),
});
export type TagParams = z.output<typeof shape>;

export const readTagParams = (search: Record<string, string | string[] | undefined>): TagParams => shape.parse(search);

/** The list's address with some of its state changed; any change begins at the first page. */
export function tagsPath({ q, view, sort }: TagParams, change: TagParams = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, view, sort, ...change })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/admin/tags?${text}` : "/admin/tags";
}
