import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";

const COMMON = {
  ...{ bundle: true, minify: true, target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning" },
} satisfies BuildOptions;

/**
 * Bundles what moves on reader pages, before Next builds: pages name these files, and their names say what is in them.
 * An island may load a part of itself when it is wanted.
 * @param version of the build; the service worker fetches its own page anew when it differs
 */
export async function buildIslands(root: string, version: string): Promise<void> {
  const outdir = join(root, "public/islands");
  const names = { outdir, entryNames: "[name]-[hash]", chunkNames: "[name]-[hash]" };
  const worker = join(root, "public/sw.js");
  for (const old of [outdir, worker]) rmSync(old, { recursive: true, force: true });
  const entryPoints = readdirSync(join(root, "islands"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, "islands", name));
  await build({ ...COMMON, ...names, entryPoints, format: "esm", splitting: true });
  await build({
    ...{ ...COMMON, format: "iife", define: { VERSION: JSON.stringify(version) } },
    ...{ entryPoints: [join(root, "islands/worker/sw.ts")], outfile: worker },
  });
}
