import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { OperatorError } from "@/lib/errors";
import { generatePosts } from "./posts";
import { cpuMs, type Running, residentMib, startNginx, startNode } from "./processes";

const WRK = "/usr/bin/wrk";
const NGINX = "/usr/sbin/nginx";
const PORTAL = [".build/main.js", "start"];
const POSTS = 3000;
/** First renders before the counted ones: a server that has run for a while has its code compiled. */
const WARM_UP = 400;
const COUNTED = 1000;

type Measured = { name: string; cpuMs: number };

/** A browser, so that its views are counted. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

function wrk(url: string, seconds: number, agent = BROWSER): Promise<number> {
  return new Promise((done, fail) => {
    const headers = ["-H", "Accept-Encoding: br", ...(agent ? ["-H", `User-Agent: ${agent}`] : [])];
    const args = ["-t1", "-c16", `-d${seconds}s`, ...headers, url];
    const child = spawn(WRK, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    child.once("error", fail);
    child.once("close", () => {
      const requests = Number(/(\d+) requests in/.exec(text)?.[1] ?? 0);
      if (requests === 0 || text.includes("Non-2xx")) fail(new Error(`${url} was not answered with 200:\n${text}`));
      else done(requests);
    });
  });
}

/** CPU of the server for one page asked for again and again by 16 connections of another process. */
async function cached(name: string, { origin, pid }: Running, path: string, agent?: string): Promise<Measured> {
  await wrk(origin + path, 2, agent);
  const before = cpuMs(pid);
  const requests = await wrk(origin + path, 6, agent);
  return { name, cpuMs: (cpuMs(pid) - before) / requests };
}

async function get(url: string, encoding = "br"): Promise<Buffer> {
  const answer = await fetch(url, { headers: { "accept-encoding": encoding } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

const links = (html: string, pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map((match) => match[1]!))];

/** Addresses of stories, from the list of all of them, page by page. */
async function storyPaths(origin: string, count: number): Promise<string[]> {
  const paths = new Set<string>();
  for (let list: string | undefined = "/"; list && paths.size < count; ) {
    const html = (await get(origin + list)).toString();
    for (const path of links(html, /href="(\/articles\/NW[^"]+)"/g)) paths.add(path);
    list = links(html, /href="(\/before\/[^"]+)"/g).at(-1);
  }
  return [...paths].slice(0, count);
}

/** One after the other, each address once; what Next always renders anew may stand in it more often. */
async function firstRenders({ origin, pid }: Running, paths: string[], name: string): Promise<Measured> {
  for (const path of paths.slice(0, WARM_UP)) await get(origin + path);
  const counted = paths.slice(WARM_UP);
  const before = cpuMs(pid);
  for (const path of counted) await get(origin + path);
  return { name: `${name} (${counted.length} of them)`, cpuMs: (cpuMs(pid) - before) / counted.length };
}

function print(rows: Measured[]) {
  const [reference] = rows;
  const line = (cells: string[]) => console.log(`| ${cells.join(" | ")} |`);
  line(["Page", "CPU ms per request", "requests/s per core", "speed against the cached article"]);
  line(["---", "---:", "---:", "---:"]);
  for (const { name, cpuMs: cpu } of rows) {
    line([name, cpu.toFixed(4), (1000 / cpu).toFixed(0), (reference!.cpuMs / cpu).toFixed(3)]);
  }
}

/** Brings up a portal with the demo archive and generated posts in a folder of its own. */
async function withPortal(use: (portal: Running, databaseUrl: string) => Promise<void>) {
  const dataDir = mkdtempSync(join(tmpdir(), "finews-bench-"));
  chmodSync(dataDir, 0o755);
  const posts = mkdtempSync(join(tmpdir(), "finews-posts-"));
  const env = { DATA_DIR: dataDir, DATABASE_URL: "", SITE_URL: "" };
  const portal = await startNode(PORTAL, env);
  try {
    generatePosts(posts, POSTS);
    spawnSync(process.execPath, [".build/main.js", "import", posts], { env: { ...process.env, ...env } });
    await use(portal, readFileSync(join(dataDir, "postgres.url"), "utf8").trim());
  } finally {
    await portal.stop();
    for (const folder of [dataDir, posts]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Cached pages, first renders, plain Next and nginx, as ratios of one run. */
export async function run() {
  if (process.platform !== "linux" || !existsSync(WRK)) {
    throw new OperatorError("This benchmark needs Linux and wrk (Debian: apt-get install wrk nginx).");
  }
  const rows: Measured[] = [];
  await withPortal(async (portal, databaseUrl) => {
    const [article = ""] = await storyPaths(portal.origin, 1);
    const html = await get(portal.origin + article);
    const [list = "/category"] = links((await get(`${portal.origin}/`)).toString(), /href="(\/category\/[^"]+)"/g);
    rows.push(await cached("article, cached", portal, article));
    rows.push(await cached("the same, not counted", portal, article, ""));
    rows.push(await cached("list, cached", portal, list));
    const stories = await storyPaths(portal.origin, WARM_UP + COUNTED);
    rows.push(await firstRenders(portal, stories, "article, first render"));
    rows.push(
      await firstRenders(portal, Array<string>(WARM_UP + COUNTED).fill("/sign-in"), "a form without data by Next"),
    );
    const memory = residentMib(portal.pid);
    const next = await startNode(["node_modules/next/dist/bin/next", "start"], { DATABASE_URL: databaseUrl });
    try {
      rows.push(await cached("article by plain `next start`", next, article));
    } finally {
      await next.stop();
    }
    if (existsSync(NGINX)) {
      const nginx = await startNginx(NGINX, brotliCompressSync(html));
      try {
        rows.push(await cached("the same bytes by nginx", nginx, "/page"));
      } finally {
        await nginx.stop();
      }
    }
    console.log(`${cpus().length} cores, Node ${process.version}; memory of the server ${Math.round(memory)} MiB`);
    print(rows);
  });
}
