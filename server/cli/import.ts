import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { defineCommand } from "citty";
import { connect } from "@/lib/db/client";
import { databaseUrl } from "@/lib/db/url";
import { csvLine } from "@/lib/importers/csv";
import { type ImportResult, runImport } from "@/lib/importers/jekyll/run";
import { progressBar } from "./progress";

function printSummary({ counts, files, seconds, times }: ImportResult, dryRun: boolean) {
  const rows = Object.entries(counts).map(([outcome, count]) => `  ${outcome.padEnd(12)}${String(count).padStart(8)}`);
  const rate = seconds > 0 ? Math.round(files / seconds) : files;
  console.log(dryRun ? "Dry run: nothing was written." : "Import finished.");
  console.log([...rows, `  ${"files".padEnd(12)}${String(files).padStart(8)}`].join("\n"));
  const shown = Object.entries(times).map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)} s`);
  console.log(`  ${seconds.toFixed(1)} s, ${rate} files/s (${shown.join(", ")})`);
}

export const importCommand = defineCommand({
  meta: { name: "import", description: "Import posts of a Jekyll site: a file, a folder, a .zip or a .tar.gz" },
  args: {
    path: { type: "positional", description: "What to import", required: true },
    "dry-run": { type: "boolean", description: "Show what would happen and write nothing", default: false },
    report: { type: "string", description: "Write one CSV line per file to this file" },
  },
  async run({ args }) {
    const { db, close } = connect(databaseUrl(), { max: 2, name: "finews-import" });
    const report = args.report ? createWriteStream(args.report) : null;
    report?.write(csvLine(["path", "outcome", "reason", "article"]));
    const progress = progressBar();
    try {
      const result = await runImport(
        { db, actor: { kind: "system", job: "import" }, now: new Date() },
        {
          path: args.path,
          dryRun: args["dry-run"],
          onFile: ({ path, outcome, reason, slug }) => report?.write(csvLine([path, outcome, reason, slug])),
          onProgress: progress.update,
        },
      );
      progress.end();
      printSummary(result, args["dry-run"]);
    } finally {
      if (report) await finished(report.end());
      await close();
    }
  },
});
