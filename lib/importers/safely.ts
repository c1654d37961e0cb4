import "server-only";
import type { Ctx } from "@/lib/context";
import type { FileResult } from "./batch";
import { importBatch } from "./commands";
import type { Group } from "./jekyll/group";
import type { OutletIds } from "./outlets";
import type { Stopwatch } from "./stopwatch";
import type { SlugOf } from "./story-links";

/** Code of Postgres for a fault of the data: wrong value, broken rule, a value larger than an index can hold. */
function dataFault(error: unknown): string | null {
  const cause = (error as { cause?: unknown }).cause ?? error;
  const { code, message } = cause as { code?: unknown; message?: unknown };
  return typeof code === "string" && /^(?:22|23|54)[0-9A-Z]{3}$/.test(code) ? `${code} ${message}` : null;
}

const refused = (group: Group, reason: string): Group => ({
  ...group,
  draft: null,
  files: group.files.map((file) => ({ ...file, role: "quarantined", reason })),
});

/**
 * Imports a batch. A story that the database refuses is found by halving and put aside with what the database said,
 * so that it stops neither its neighbours nor the run.
 */
export async function importSafely(
  ctx: Ctx,
  groups: Group[],
  outletIds: OutletIds,
  slugOf: SlugOf,
  watch: Stopwatch,
): Promise<FileResult[]> {
  try {
    return await importBatch(ctx, groups, outletIds, slugOf, watch);
  } catch (error) {
    const fault = dataFault(error);
    if (!fault) throw error;
    const [only] = groups;
    if (groups.length === 1 && only) {
      if (!only.draft) throw error;
      return importBatch(ctx, [refused(only, `数据库拒绝（${fault.slice(0, 200)}）`)], outletIds, slugOf, watch);
    }
    const half = groups.length >> 1;
    const first = await importSafely(ctx, groups.slice(0, half), outletIds, slugOf, watch);
    return [...first, ...(await importSafely(ctx, groups.slice(half), outletIds, slugOf, watch))];
  }
}
