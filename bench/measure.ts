import type { Sql } from "postgres";
import { cpuMs } from "./processes";

const WARM_UP = 5;
const RUNS = 60;
export const MEASURED = `${RUNS} runs`;
export const tableHead = (cpuOf: string) =>
  `| step | p50 ms | p95 ms | CPU ms of ${cpuOf} |\n| --- | ---: | ---: | ---: |`;

/**
 * Runs a step some times after a few that do not count and prints a row: milliseconds waited, and CPU milliseconds of
 * this process, or of the process `pid` that does the work.
 */
export async function measure(name: string, step: () => unknown, pid = process.pid) {
  for (let warm = 0; warm < WARM_UP; warm++) await step();
  const times: number[] = [];
  const before = cpuMs(pid);
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now();
    await step();
    times.push(performance.now() - from);
  }
  const cpu = cpuMs(pid) - before;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(1);
  console.log(`| ${name} | ${at(0.5)} | ${at(0.95)} | ${(cpu / RUNS).toFixed(1)} |`);
}

/** Measures steps with the CPU time of the process of Postgres behind a connection; there must be but one. */
export async function measureWith(sql: Sql) {
  const [backend] = await sql`select pg_backend_pid() pid`;
  return (name: string, step: () => unknown) => measure(name, step, backend!.pid);
}
