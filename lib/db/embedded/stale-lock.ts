import { readdirSync, readlinkSync, realpathSync } from "node:fs";

/**
 * Whether a process works in the data folder, as every process of its Postgres does. Postgres itself only asks whether a
 * process of the number in `postmaster.pid` exists, and then refuses to start: also for a zombie that nobody reaps (a
 * container without an init) and for a stranger that got the number after a restart.
 * @returns null where that cannot be told (not Linux): then Postgres' own check has to do
 */
export function isWorkedIn(dir: string): boolean | null {
  if (process.platform !== "linux") return null;
  const real = realpathSync(dir);
  return readdirSync("/proc").some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readlinkSync(`/proc/${name}/cwd`) === real;
    } catch {
      return false; // ended meanwhile, a zombie, or somebody else's
    }
  });
}
