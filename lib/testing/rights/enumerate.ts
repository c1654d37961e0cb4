import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = process.cwd();

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* files(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

const sources = ["app", "components", "lib"].flatMap((folder) => [...files(folder)]);
const read = (path: string) => readFileSync(join(root, path), "utf8");
const exportsOf = (path: string) => [
  ...[...read(path).matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map(([, name]) => name!),
  ...[...read(path).matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names]) =>
    names!.split(",").map(
      (name) =>
        name
          .trim()
          .split(/\s+as\s+/)
          .at(-1)!,
    ),
  ),
];

/** Every server action there is, `<file>#<name>`. */
export const actions = () =>
  sources
    .filter((path) => /^\s*["']use server["']/.test(read(path)))
    .flatMap((path) => exportsOf(path).map((name) => `${path}#${name}`));

/** Server functions that stand elsewhere than at the top of a file of their own would slip through. */
export const inlineActions = () =>
  sources.filter((path) => !path.startsWith("lib/testing/") && /^\s+["']use server["']/m.test(read(path)));

export const pages = () => sources.filter((path) => /^app\/(?:.*\/)?page\.tsx$/.test(path));

/** Every handler of a route, `<file>#<method>`. */
export const routes = () =>
  sources
    .filter((path) => /^app\/(?:.*\/)?route\.tsx?$/.test(path))
    .flatMap((path) => handlersOf(path).map((method) => `${path}#${method}`));

const handlersOf = (path: string) => exportsOf(path).filter((name) => /^(GET|HEAD|POST|PUT|PATCH|DELETE)$/.test(name));

/** Every exported `load…` of a file of loaders. */
export const loaders = () =>
  sources
    .filter((path) => /^lib\/.*loaders\.ts$/.test(path))
    .flatMap((path) =>
      exportsOf(path)
        .filter((name) => /^load[A-Z]/.test(name))
        .map((name) => `${path}#${name}`),
    );
