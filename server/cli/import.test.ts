import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generatePosts } from "@/bench/posts";
import { importFiles } from "@/lib/db/schema";
import { snapshot } from "@/lib/importers/snapshot";
import { createTestDatabase } from "@/lib/testing/db";
import { progressLine } from "./progress";

// Below the project's folder, because the command looks for its files one folder up.
const program = mkdtempSync(join(process.cwd(), ".build-"));
const folder = mkdtempSync(join(tmpdir(), "finews-cli-"));
const POSTS = 500;
const KILLS = 5;

type Ended = { code: number | null; signal: NodeJS.Signals | null; output: string };

function start(url: string, args: string[]) {
  const child = spawn(process.execPath, [join(program, "main.js"), "import", ...args], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const ended = new Promise<Ended>((done) => child.once("close", (code, signal) => done({ code, signal, output })));
  return { child, ended };
}

beforeAll(async () => {
  await build({
    entryPoints: ["server/cli/main.ts", "lib/importers/jekyll/parse-worker.ts"],
    outdir: program,
    entryNames: "[name]",
    alias: { "server-only": "./server/empty.ts" },
    ...{ bundle: true, platform: "node", format: "esm", target: "node20", packages: "external", logLevel: "error" },
  });
});
afterAll(() => {
  for (const path of [program, folder]) rmSync(path, { recursive: true, force: true });
});

test("killed with SIGKILL again and again, then run to its end: the same database as one clean run", async () => {
  const site = join(folder, "site");
  generatePosts(site, POSTS);
  const clean = await createTestDatabase();
  expect(await start(clean.url, [site]).ended).toMatchObject({ code: 0 });

  const killed = await createTestDatabase();
  let hits = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, ended } = start(killed.url, [site]);
    // The moment follows from how far the run has come, not from a clock: within the batch after so many files.
    while (child.exitCode === null && (await killed.db.$count(importFiles)) < (kill * POSTS) / KILLS) {
      await new Promise((done) => setTimeout(done, 2));
    }
    child.kill("SIGKILL");
    if ((await ended).signal === "SIGKILL") hits++;
  }
  expect(hits).toBeGreaterThan(0);
  expect(await start(killed.url, [site]).ended).toMatchObject({ code: 0 });
  expect(await snapshot(killed.db)).toEqual(await snapshot(clean.db));

  const again = await start(killed.url, [site]).ended;
  expect(again.output).toMatch(new RegExp(`unchanged +${POSTS} `));
  await Promise.all([clean.drop(), killed.drop()]);
}, 60_000);

test("a report holds one line per file; the summary says what was put aside and why", async () => {
  const { url, db, drop } = await createTestDatabase();
  const post = join(folder, "2026-11-20-NW202611201234567801.md");
  writeFileSync(post, '---\ntitle: "题"\ndate: 2026-11-20 10:00:00\ncategories: a\ntags: 甲新闻\n---\n<p>正文。</p>');
  const broken = join(folder, "2026-11-20-=cmd.md");
  writeFileSync(broken, "没有文件头");
  const report = join(folder, "report.csv");

  const dry = await start(url, [post, "--dry-run", "--report", report]).ended;
  expect(dry).toMatchObject({ code: 0, output: expect.stringContaining("Dry run, nothing was written") });
  expect(readFileSync(report, "utf8")).toBe(
    "path,outcome,reason,article\r\n2026-11-20-NW202611201234567801.md,imported,,NW202611201234567801\r\n",
  );
  expect(await db.$count(importFiles)).toBe(0);

  const { output } = await start(url, [broken]).ended;
  expect(output).toMatch(/quarantined +1 .*[\s\S]*Put aside:\n +1 {2}没有文件头/);
  await drop();
});

test.each([
  ["a path that is not there", [join(folder, "nowhere")], /Nothing to import: .*nowhere does not exist/],
  ["a file that is no archive", [join(folder, "bad.zip")], /Cannot read the archive .*bad\.zip: /],
  ["a broken tar.gz", [join(folder, "bad.tar.gz")], /Cannot read the archive .*bad\.tar\.gz: /],
  ["a kind that cannot be imported", [join(folder, "x.docx")], /expected \.md, \.html, \.zip, \.tar\.gz or a folder/],
  ["a report that cannot be written", [folder, "--report", join(folder, "no/where.csv")], /Cannot write the report to/],
])("says in one sentence what is wrong with %s", async (_what, args, sentence) => {
  for (const name of ["bad.zip", "bad.tar.gz", "x.docx"]) writeFileSync(join(folder, name), "no archive at all");
  const { url, drop } = await createTestDatabase();
  const { code, output } = await start(url, args).ended;
  expect(code).toBe(1);
  expect(output).toMatch(sentence);
  expect(output).not.toMatch(/\n\s+at /);
  await drop();
});

test.each([
  [0, 100, 0, "░░░░░░░░░░░░░░░░░░░░░░░░ 0/100 files, 0/s"],
  [50, 100, 10, "████████████░░░░░░░░░░░░ 50/100 files, 5/s, 10 s left"],
  [100, 10_000, 4, "░░░░░░░░░░░░░░░░░░░░░░░░ 100/10000 files, 25/s, 6 min 36 s left"],
  [12, 100, 15, "███░░░░░░░░░░░░░░░░░░░░░ 12/100 files, 0.8/s, 1 min 50 s left"],
  [100, 100, 10, "████████████████████████ 100/100 files, 10/s, 0 s left"],
])("progress: %i of %i after %i s", (done, total, seconds, line) => {
  expect(progressLine(done, total, seconds)).toBe(line);
});
