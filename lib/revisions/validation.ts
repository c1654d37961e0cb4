import { z } from "zod";

/** The largest version that Postgres' integer can hold. */
const number = z.coerce.number({ error: "没有这一版" }).int("没有这一版").min(1, "没有这一版").max(2_147_483_647);

export const restoreRevisionInput = z.object({
  id: z.uuid({ error: "编号不对" }),
  /** The article's version that the editor saw. */
  version: number,
  /** The one to bring back. */
  revision: number,
});
export type RestoreRevisionInput = z.infer<typeof restoreRevisionInput>;

const optional = number.optional().catch(undefined);
const paramsSchema = z.object({ from: optional, to: optional, before: optional, pastes: optional });
export type RevisionParams = {
  comparison: { from: number; to: number } | null;
  before: number | undefined;
  /** The version whose pasted originals are asked for. */
  pastes: number | undefined;
};

/** Reads the address; two versions are put in order, whichever was called old. */
export function readRevisionParams(query: unknown): RevisionParams {
  const { from, to, ...others } = paramsSchema.parse(query);
  const comparison = from && to ? { from: Math.min(from, to), to: Math.max(from, to) } : null;
  return { comparison, before: others.before, pastes: others.pastes };
}

export function revisionsPath(
  id: string,
  query: Partial<Record<"from" | "to" | "before" | "pastes", number>> = {},
): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(entries.map(([key, value]) => [key, String(value)]));
  return `/admin/articles/${encodeURIComponent(id)}/revisions${entries.length > 0 ? `?${search}` : ""}`;
}

const historyPage = z.tuple([z.literal("before"), number]);

/** The part of an address behind `/history`: nothing, or `before/{version}`; null for anything else. */
export function readHistoryPage(path: string[]): { before?: number } | null {
  if (path.length === 0) return {};
  const parsed = historyPage.safeParse(path);
  return parsed.success ? { before: parsed.data[1] } : null;
}
