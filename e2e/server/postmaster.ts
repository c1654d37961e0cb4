import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Portal } from "../fixtures";

const NOBODY = 65534;
const asUser = () => (process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {});

/** The portal's own database, taken away and given back where it was. */
export class Postmaster {
  readonly #folder: string;
  readonly #command: string[];

  constructor({ dataDir }: Portal) {
    this.#folder = join(dataDir, "postgres");
    // Postgres notes how it was started: the program, then each argument in quotes.
    const [program = "", ...args] = readFileSync(join(this.#folder, "postmaster.opts"), "utf8").trim().split(' "');
    this.#command = [program, ...args.map((arg) => arg.replace(/"$/, ""))];
  }

  get #pidFile() {
    return join(this.#folder, "postmaster.pid");
  }

  async stop() {
    process.kill(Number(readFileSync(this.#pidFile, "utf8").split("\n")[0]), "SIGINT");
    while (existsSync(this.#pidFile)) await sleep(50);
  }

  async start() {
    const [program = "", ...args] = this.#command;
    spawn(program, args, { ...asUser(), cwd: "/", detached: true, stdio: "ignore" }).unref();
    while (!existsSync(this.#pidFile) || !readFileSync(this.#pidFile, "utf8").includes("ready")) await sleep(50);
  }
}
