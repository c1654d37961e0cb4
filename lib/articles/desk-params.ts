import { z } from "zod";

/** What the address of the desk's list may say; anything else counts as unsaid. */
export const DESK_STATUSES = ["draft", "scheduled", "published", "withdrawn", "trashed"] as const;
export type DeskStatus = (typeof DESK_STATUSES)[number];

const cursor = z
  .string()
  .regex(/^\d{1,17}_[0-9a-f-]{36}$/)
  .transform((text) => ({ micros: text.split("_")[0]!, id: text.split("_")[1]! }))
  .pipe(z.object({ micros: z.string(), id: z.uuid() }));

const shape = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  status: z.enum(DESK_STATUSES).optional().catch(undefined),
  kind: z.enum(["story", "flash"]).optional().catch(undefined),
  category: z.uuid().optional().catch(undefined),
  after: cursor.optional().catch(undefined),
  before: cursor.optional().catch(undefined),
  /** The article that was just put into the bin; not part of the list's state. */
  trashed: z.uuid().optional().catch(undefined),
});
export type DeskParams = z.output<typeof shape>;

export const readDeskParams = (search: Record<string, string | string[] | undefined>): DeskParams =>
  shape.parse(search);

/** The list's address with some of its state changed; a changed filter begins at the first page. */
export function deskPath(
  state: DeskParams,
  change: Partial<Record<"status" | "after" | "before", string>> = {},
): string {
  const query = new URLSearchParams();
  const { q, kind, category } = state;
  const status = "status" in change ? change.status : state.status;
  for (const [name, value] of Object.entries({
    q,
    status,
    kind,
    category,
    after: change.after,
    before: change.before,
  })) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `/admin/articles?${text}` : "/admin/articles";
}
