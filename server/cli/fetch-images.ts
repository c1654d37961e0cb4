import { defineCommand } from "citty";
import { connect } from "@/lib/db/client";
import { OperatorError } from "@/lib/errors";
import { isFetchAllowed } from "@/lib/media/foreign/allowed";
import { fetchForeignImages, politeFetch } from "@/lib/media/foreign/run";
import { storage } from "@/lib/storage/storage";
import { withDatabase } from "./database";
import { progressBar } from "./progress";
import { openReport, type Report } from "./report";
import { stopOnSignal } from "./stop";

const MOST_REASONS = 10;

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new OperatorError(`--limit expects a whole number above 0, not "${text}".`);
  return Number(text);
}

async function fetchInto(url: string, limit: number | undefined, report: Report | null) {
  const { db, close } = connect(url, { max: 2, name: "finews-fetch-images" });
  const progress = progressBar("pictures");
  const reasons = new Map<string, number>();
  const stop = stopOnSignal("Stopping after this picture. Once more stops at once.");
  try {
    const ctx = { db, actor: { kind: "system", job: "fetch-images" } as const, now: new Date() };
    const result = await fetchForeignImages(ctx, storage(), {
      limit,
      signal: stop.signal,
      fetch: politeFetch(isFetchAllowed),
      onProgress: progress.update,
      onRefused(address, reason, slug) {
        report?.line([address, reason, slug]);
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      },
    });
    progress.end();
    console.log(`${result.pictures} pictures fetched, ${result.articles} articles changed, ${result.refused} refused.`);
    const sorted = [...reasons].sort((a, b) => b[1] - a[1]);
    for (const [reason, count] of sorted.slice(0, MOST_REASONS))
      console.log(`  ${String(count).padStart(5)}  ${reason}`);
    if (sorted.length > MOST_REASONS) console.log(`  … and ${sorted.length - MOST_REASONS} more reasons.`);
    if (reasons.size > 0 && !report)
      console.log("What is refused stays a link. --report FILE lists each with its article.");
    if (result.isStopped) console.log("Stopped. The same command goes on where it ended.");
    if (result.isStopped) process.exitCode = 130;
  } finally {
    progress.end();
    stop.forget();
    await close();
  }
}

export const fetchImagesCommand = defineCommand({
  meta: {
    name: "fetch-images",
    description: "Fetch the foreign pictures that imported articles link into the library",
  },
  args: {
    limit: { type: "string", description: "Stop after so many changed articles" },
    report: { type: "string", description: "Write one CSV line per refused picture to this file" },
  },
  async run({ args }) {
    const limit = limitOf(args.limit);
    const report = openReport(args.report, ["picture", "reason", "article"]);
    try {
      await withDatabase((url) => fetchInto(url, limit, report));
    } finally {
      report?.close();
    }
  },
});
