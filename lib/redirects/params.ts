import { z } from "zod";

const shape = z.object({
  /** Beginning of a path. */
  q: z.string().trim().max(200).optional().catch(undefined),
  after: z.string().max(500).optional().catch(undefined),
  before: z.string().max(500).optional().catch(undefined),
  /** The redirect in the form. */
  edit: z.uuid().optional().catch(undefined),
  /** An old address to begin the form with. */
  from: z.string().max(500).optional().catch(undefined),
});
export type RedirectParams = z.output<typeof shape>;

export const readRedirectParams = (search: Record<string, string | string[] | undefined>): RedirectParams =>
  shape.parse(search);

/** The list's address with some of its state changed. */
export function redirectsPath(
  { q, after, before }: RedirectParams,
  change: Partial<Record<keyof RedirectParams, string | undefined>> = {},
): string {
  const staysOnPage = "edit" in change;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, ...(staysOnPage && { after, before }), ...change })) {
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `/admin/redirects?${text}` : "/admin/redirects";
}
