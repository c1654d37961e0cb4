import { z } from "zod";

export const MEDIA_VIEWS = ["unused", "unready", "expired"] as const;
export type MediaView = (typeof MEDIA_VIEWS)[number];

/** What the library's address may say; anything else counts as unsaid. */
const shape = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  view: z.enum(MEDIA_VIEWS).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
  /** The picture whose details stand open. */
  item: z.uuid().optional().catch(undefined),
});
export type MediaParams = z.output<typeof shape>;

export const readMediaParams = (search: Record<string, string | string[] | undefined>): MediaParams =>
  shape.parse(search);

/** The library's address with some of its state changed; a changed filter begins at the first page. */
export function mediaLibraryPath(
  { q, view, after, before, item }: MediaParams,
  change: Partial<Record<keyof MediaParams, string | undefined>> = {},
): string {
  const staysOnPage = Object.keys(change).every((key) => key === "item");
  const state = { q, view, ...(staysOnPage && { after, before, item }), ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/admin/media?${text}` : "/admin/media";
}
