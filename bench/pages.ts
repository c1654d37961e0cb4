import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const WRK = "/usr/bin/wrk";
const NGINX = "/usr/sbin/nginx";
const TICKS_PER_SECOND = 100;
const BROTLI = { "accept-encoding": "br" };

type Measured = { name: string; perSecond: number; cpuMs: number };

/** CPU milliseconds of a process so far (Linux). */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

function outputOf(command: string, args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
    });
    child.once("error", fail);
    child.once("close", () => done(text));
  });
}

/** Requests of one page for some seconds, by a load generator in a process of its own. */
async function load(name: string, url: string, pid: number): Promise<Measured> {
  const measure = async (seconds: number) => {
    const before = cpuMs(pid);
    const output = await outputOf(WRK, ["-t1", "-c16", `-d${seconds}s`, "-H", "Accept-Encoding: br", url]);
    const requests = Number(/(\d+) requests in/.exec(output)?.[1] ?? 0);
    return { requests, cpu: cpuMs(pid) - before };
  };
  await measure(2);
  const { requests, cpu } = await measure(6);
  return { name, cpuMs: cpu / requests, perSecond: (requests / cpu) * 1000 };
}

async function firstRenders(paths: string[], origin: string, pid: number): Promise<Measured> {
  const before = cpuMs(pid);
  for (const path of paths) await (await fetch(origin + path, { headers: BROTLI })).arrayBuffer();
  const cpu = cpuMs(pid) - before;
  return { name: "article, first render", cpuMs: cpu / paths.length, perSecond: (paths.length / cpu) * 1000 };
}

/** A server in a process group of its own; resolves when it answers. */
async function start(args: string[], port: number) {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", PORT: String(port) },
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    const up = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (up) return { origin, pid: child.pid!, stop: () => child.kill("SIGTERM") };
    if (child.exitCode !== null) break;
    await new Promise((done) => setTimeout(done, 500));
  }
  child.kill("SIGKILL");
  throw new Error(`the server (${args.join(" ")}) did not start`);
}

/** nginx with one worker, sending the same compressed bytes from a file. */
async function nginx(html: Buffer, port: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "finews-nginx-"));
  writeFileSync(join(folder, "page"), brotliCompressSync(html));
  writeFileSync(
    join(folder, "conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {} http { access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
keepalive_requests 100000000; default_type text/html; server { listen 127.0.0.1:${port}; root ${folder}; add_header Content-Encoding br; } }`,
  );
  const child = spawn(NGINX, ["-c", join(folder, "conf"), "-p", folder], { stdio: "ignore" });
  try {
    await new Promise((done) => setTimeout(done, 500));
    return await load("same bytes by nginx", `http://127.0.0.1:${port}/page`, child.pid!);
  } finally {
    child.kill("SIGTERM");
    rmSync(folder, { recursive: true, force: true });
  }
}

const links = (html: string, prefix: string) => [
  ...new Set(
    [...html.matchAll(/href="(\/[^"?#]+)"/g)].map((match) => match[1]!).filter((path) => path.startsWith(prefix)),
  ),
];

function table(rows: Measured[], reference: number) {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  console.log(line(["Page", "CPU ms per request", "requests/s per core", "ratio to the cached article"]));
  console.log(line(["---", "---:", "---:", "---:"]));
  for (const { name, cpuMs: cpu, perSecond } of rows) {
    console.log(line([name, cpu.toFixed(4), perSecond.toFixed(0), (perSecond / reference).toFixed(3)]));
  }
}

/**
 * Measures this installation (`npm start` must have been run once, so that there is a build and an archive): cached
 * pages, first renders, plain Next and nginx, as ratios of one run.
 */
export async function run() {
  if (!existsSync(WRK) || process.platform !== "linux") throw new Error("This benchmark needs Linux and wrk.");
  const rows: Measured[] = [];
  const ours = await start([".build/main.js", "start"], 4311);
  let article: string;
  let html: Buffer;
  try {
    const home = await (await fetch(ours.origin)).text();
    const articles = links(home, "/articles/");
    const list = links(home, "/category/")[0] ?? "/category";
    if (articles.length < 3) throw new Error("The home page has no stories to measure.");
    article = articles[0]!;
    html = Buffer.from(await (await fetch(ours.origin + article)).arrayBuffer());
    rows.push(await load("article, cached", ours.origin + article, ours.pid));
    rows.push(await load("list, cached", ours.origin + list, ours.pid));
    rows.push(await firstRenders(articles.slice(1), ours.origin, ours.pid));
    const next = await start(["node_modules/next/dist/bin/next", "start"], 4312);
    try {
      rows.push(await load("article by plain `next start`", next.origin + article, next.pid));
    } finally {
      next.stop();
    }
  } finally {
    ours.stop();
  }
  if (existsSync(NGINX)) rows.push(await nginx(html, 4313));
  table(rows, rows[0]!.perSecond);
}
