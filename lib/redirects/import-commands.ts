import "server-only";
import type { Ctx } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type CsvPair, readCsv } from "@/lib/redirects/csv";
import { writeRedirect } from "@/lib/redirects/manual-commands";
import { readPath } from "@/lib/redirects/path";
import { mayRedirect } from "@/lib/redirects/policy";
import { describeTargets, requireTarget } from "@/lib/redirects/rules";
import { type ImportRedirectsInput, MOST_LINES } from "@/lib/redirects/validation";

export type Imported = CsvPair & { outcome: "created" | "updated" | "unchanged" | "refused"; note: string };
export type ImportReport = { lines: Imported[]; tags: string[] };

/** Ends the transaction of a dry run without leaving anything behind. */
class Undone extends Error {
  constructor(readonly report: ImportReport) {
    super();
  }
}

/**
 * Takes in pairs of old and new addresses, line by line; what cannot be is refused with its reason and the rest is
 * done. A dry run does exactly the same and takes it back.
 */
export async function importRedirects(ctx: Ctx, { csv, dryRun }: ImportRedirectsInput): Promise<ImportReport> {
  if (!mayRedirect(ctx.actor)) throw new AppError("forbidden", "没有权限管理重定向");
  const pairs = readCsv(csv);
  if (pairs.length === 0) throw new AppError("invalid", "请检查标出的地方", { csv: "里面没有地址" });
  if (pairs.length > MOST_LINES) {
    throw new AppError("invalid", "请检查标出的地方", { csv: `一次最多 ${MOST_LINES} 行，这里有 ${pairs.length} 行` });
  }
  try {
    return await ctx.db.transaction(async (tx) => {
      const report = await writeAll(tx, ctx, pairs);
      if (dryRun) throw new Undone(report);
      return report;
    });
  } catch (error) {
    if (error instanceof Undone) return { ...error.report, tags: [] };
    throw error;
  }
}

async function writeAll(tx: Tx, ctx: Ctx, pairs: CsvPair[]): Promise<ImportReport> {
  const report: ImportReport = { lines: [], tags: [] };
  const seen = new Map<string, number>();
  for (const pair of pairs) {
    const path = readPath(pair.from, env().siteUrl) ?? pair.from;
    const earlier = seen.get(path);
    seen.set(path, seen.get(path) ?? pair.line);
    if (earlier !== undefined) {
      report.lines.push({ ...pair, outcome: "refused", note: `第 ${earlier} 行已经写过这个旧地址` });
      continue;
    }
    try {
      report.lines.push(await writeOne(tx, ctx, pair, path, report.tags));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      report.lines.push({ ...pair, outcome: "refused", note: Object.values(error.fields)[0] ?? error.message });
    }
  }
  return report;
}

async function writeOne(tx: Tx, ctx: Ctx, pair: CsvPair, path: string, tags: string[]): Promise<Imported> {
  const [existing] = await describeTargets(tx, [path]);
  const target = await requireTarget(tx, pair.to);
  if (existing?.to === target.path) return { ...pair, outcome: "unchanged", note: target.name };
  const saved = await writeRedirect(tx, ctx, { id: existing?.id, from: pair.from, to: pair.to });
  tags.push(...saved.tags);
  const note = existing ? `${saved.name}；原来转到 ${existing.to}` : saved.name;
  return { ...pair, outcome: existing ? "updated" : "created", note };
}
