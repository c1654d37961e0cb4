import type { ImportResult } from "@/lib/importers/jekyll/run";

const MOST_REASONS = 10;
const MOST_OTHERS = 5;
const MEANINGS = {
  imported: "new stories",
  updated: "stories changed since the last import",
  merged: "further files of a story: twins, ghosts, older versions",
  quarantined: "put aside with a reason",
  unchanged: "imported before, byte for byte the same",
} as const;

function table(rows: [name: string, count: number, meaning: string][]): string[] {
  const width = Math.max(...rows.map(([, count]) => String(count).length), 5);
  return rows.map(([name, count, meaning]) => `  ${name.padEnd(12)} ${String(count).padStart(width)}  ${meaning}`);
}

/** What an import did, as a table for the terminal. */
export function summary(
  { counts, files, others, seconds, times }: ImportResult,
  reasons: ReadonlyMap<string, number>,
  { path, dryRun }: { path: string; dryRun: boolean },
): string {
  if (files === 0) {
    return `No posts were found in ${path}: expected files in _posts or old_post, or Markdown with front matter.`;
  }
  const outcomes = Object.entries(MEANINGS).map(
    ([name, meaning]) => [name, counts[name as keyof typeof counts], meaning] as [string, number, string],
  );
  const lines = [dryRun ? "Dry run, nothing was written. An import would give:" : "Import finished."];
  lines.push(...table([...outcomes, ["files", files, ""]]).map((line) => line.trimEnd()));
  const sorted = [...reasons].sort((a, b) => b[1] - a[1]);
  if (sorted.length > 0) lines.push("Put aside:");
  for (const [reason, count] of sorted.slice(0, MOST_REASONS)) lines.push(`  ${String(count).padStart(5)}  ${reason}`);
  if (sorted.length > MOST_REASONS)
    lines.push(`  … and ${sorted.length - MOST_REASONS} more reasons; --report has all.`);
  if (others.length > 0) {
    const named = others.slice(0, MOST_OTHERS).join(", ");
    lines.push(
      `${others.length} other files are no posts and were left alone: ${named}${others.length > MOST_OTHERS ? ", …" : ""}`,
    );
  }
  const rate = seconds > 0 ? Math.round(files / seconds) : files;
  const steps = Object.entries(times).filter(([, ms]) => ms >= 50);
  const shown = steps.map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)}`);
  lines.push(
    `${seconds.toFixed(1)} s, ${rate} files/s${shown.length > 0 ? ` (seconds: ${shown.join(", ")}; * on worker threads)` : ""}`,
  );
  return lines.join("\n");
}
