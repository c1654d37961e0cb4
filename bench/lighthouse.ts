import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { auditPages } from "../e2e/lighthouse";
import { startNode } from "./processes";

/** One address of each kind, or what is named behind the bench: `npm run bench -- lighthouse /archive`. */
async function pathsOf(origin: string): Promise<string[]> {
  if (process.argv.length > 3) return process.argv.slice(3);
  const html = await (await fetch(origin)).text();
  const first = (pattern: RegExp) => pattern.exec(html)?.[1] ?? "/";
  const [story, outlet] = [first(/href="(\/articles\/[^"]+)"/), first(/href="(\/category\/[^"]+)"/)];
  return ["/", outlet, story, "/stock/SZ002460", "/search?q=%E9%94%82%E7%94%B5%E6%B1%A0", "/live"];
}

/** What Lighthouse says of the pages of a portal that was just started with the demo archive. */
export async function run() {
  const dataDir = mkdtempSync(join(tmpdir(), "finews-bench-"));
  chmodSync(dataDir, 0o755);
  const portal = await startNode([".build/main.js", "start"], { DATA_DIR: dataDir, DATABASE_URL: "", SITE_URL: "" });
  try {
    const paths = await pathsOf(portal.origin);
    // A page is rendered once and then sent from memory: that is what readers get.
    for (const path of paths) await (await fetch(portal.origin + path)).arrayBuffer();
    console.log("| Page | performance | accessibility | best practices | SEO | LCP, ms | blocking, ms | shift |");
    console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (const path of paths) {
      const [page] = await auditPages(portal.origin, [path], ["performance", "accessibility", "best-practices", "seo"]);
      const { scores, lcp, blocking, shift, faults } = page!;
      const cells = [scores.performance, scores.accessibility, scores["best-practices"], scores.seo];
      const figures = [Math.round(lcp), Math.round(blocking), Number(shift.toFixed(3))];
      console.log(`| \`${decodeURIComponent(path)}\` | ${[...cells, ...figures].join(" | ")} |`);
      if (faults.length > 0) console.log(`  ${faults.join(", ")}`);
    }
    console.log(`load average ${loadavg()[0]!.toFixed(1)}`);
  } finally {
    await portal.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
