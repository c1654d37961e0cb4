import { z } from "zod";

const cursor = z
  .string()
  .regex(/^\d{1,17}_\d{1,15}$/)
  .transform((text) => ({ micros: text.split("_")[0]!, id: Number(text.split("_")[1]) }));

const text = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);

/** What the address of the audit log may say; anything else counts as unsaid. */
const shape = z.object({
  actor: text(100),
  action: text(60),
  /** Kind of subject, and with it one subject. */
  type: text(30),
  subject: text(100),
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  after: cursor.optional().catch(undefined),
  before: cursor.optional().catch(undefined),
});
export type AuditParams = z.output<typeof shape>;

export const readAuditParams = (search: Record<string, string | string[] | undefined>): AuditParams =>
  shape.parse(search);

/** The list's address with some of its state changed; a changed filter begins at the first page. */
export function auditPath(
  { actor, action, type, subject, from, until }: Omit<AuditParams, "after" | "before">,
  change: Partial<Record<keyof AuditParams, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ actor, action, type, subject, from, until, ...change })) {
    if (value) query.set(name, value);
  }
  const search = query.toString();
  return search ? `/admin/audit?${search}` : "/admin/audit";
}
