import { defineCommand } from "citty";
import { needsReclustering } from "@/lib/clusters/recluster";
import { connect } from "@/lib/db/client";
import { type ImportResult, runImport } from "@/lib/importers/jekyll/run";
import { withDatabase } from "./database";
import { progressBar } from "./progress";
import { openReport, type Report } from "./report";
import { operatorPath } from "./root";
import { summary } from "./summary";

const WAITING =
  "Which of them other outlets tell too is found in the background while the portal runs, or at once by: npm run recluster";

async function importInto(url: string, args: { path: string; dryRun: boolean }, report: Report | null) {
  const { db, close } = connect(url, { max: 2, name: "finews-import" });
  const progress = progressBar();
  const reasons = new Map<string, number>();
  try {
    const result: ImportResult = await runImport(
      { db, actor: { kind: "system", job: "import" }, now: new Date() },
      {
        ...args,
        onFile({ path, outcome, reason, slug }) {
          report?.line([path, outcome, reason, slug]);
          if (outcome === "quarantined") reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
        },
        onProgress: progress.update,
      },
    );
    progress.end();
    console.log(summary(result, reasons, args));
    if (!args.dryRun && (await needsReclustering(db))) console.log(WAITING);
  } finally {
    progress.end();
    await close();
  }
}

export const importCommand = defineCommand({
  meta: { name: "import", description: "Import posts of a Jekyll site: a file, a folder, a .zip or a .tar.gz" },
  args: {
    path: { type: "positional", description: "What to import", required: true },
    "dry-run": { type: "boolean", description: "Show what would happen and write nothing", default: false },
    report: { type: "string", description: "Write one CSV line per file to this file" },
  },
  async run({ args }) {
    const report = openReport(args.report, ["path", "outcome", "reason", "article"]);
    try {
      await withDatabase((url) => importInto(url, { path: operatorPath(args.path), dryRun: args["dry-run"] }, report));
    } finally {
      report?.close();
    }
  },
});
