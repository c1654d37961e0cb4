import { chromium } from "@playwright/test";
import lighthouse, { type Flags } from "lighthouse";
import { freePort } from "../lib/free-port";
import { chromiumFlags } from "./chromium-flags";

export type Category = "performance" | "accessibility" | "best-practices" | "seo";
export type Audited = {
  path: string;
  /** 0 to 100; what was not asked for is missing. */
  scores: Partial<Record<Category, number>>;
  /** In milliseconds, on Lighthouse's simulated telephone and network (slow 4G). */
  lcp: number;
  blocking: number;
  shift: number;
  /** Identifiers of audits that took points away. */
  faults: string[];
};

/** Answers of a search are kept out of search engines, which Lighthouse takes for a mistake. */
const skipped = (path: string) => (path.startsWith("/search") ? ["is-crawlable"] : []);

/**
 * Looks at pages as Lighthouse's telephone does (https://developer.chrome.com/docs/lighthouse), each in a browser of
 * its own that knows nothing yet.
 * @throws when a page does not load
 */
export async function auditPages(origin: string, paths: string[], onlyCategories: Category[]): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const path of paths) {
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Lighthouse counts what a software renderer does in the page as the page's work.
      args: [...chromiumFlags.filter((flag) => flag !== "--disable-gpu"), `--remote-debugging-port=${port}`],
    });
    try {
      const flags: Flags = { port, onlyCategories, logLevel: "error", skipAudits: skipped(path) };
      const result = (await lighthouse(origin + path, flags))?.lhr;
      if (!result || result.runtimeError) throw new Error(`${path}: ${result?.runtimeError?.message ?? "no result"}`);
      const value = (audit: string) => result.audits[audit]?.numericValue ?? 0;
      const counted = Object.values(result.categories).flatMap(({ auditRefs }) => auditRefs);
      const weighs = new Set(counted.filter(({ weight }) => weight > 0).map(({ id }) => id));
      audited.push({
        path,
        scores: Object.fromEntries(
          Object.entries(result.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)]),
        ),
        lcp: value("largest-contentful-paint"),
        blocking: value("total-blocking-time"),
        shift: value("cumulative-layout-shift"),
        faults: Object.values(result.audits)
          .filter(({ id, score }) => weighs.has(id) && score !== null && score < 1)
          .map(({ id }) => id),
      });
    } finally {
      await browser.close();
    }
  }
  return audited;
}
