import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the custom elements of reader pages, each into a file of its own whose name says what is in it. Before Next
 * builds: pages name these files.
 */
export async function buildIslands(root: string): Promise<void> {
  const outdir = join(root, "public/islands");
  rmSync(outdir, { recursive: true, force: true });
  const entryPoints = readdirSync(join(root, "islands"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(root, "islands", name));
  await build({
    ...{ entryPoints, outdir, bundle: true, minify: true, format: "esm", target: "es2022" },
    ...{ entryNames: "[name]-[hash]", charset: "utf8", legalComments: "none", logLevel: "warning" },
  });
}
