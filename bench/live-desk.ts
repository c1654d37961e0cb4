import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import type { Ctx } from "@/lib/context";
import type { Connection } from "@/lib/db/client";
import { publishFlash } from "@/lib/flashes/commands";
import { findNewestEvent } from "@/lib/live/queries";
import type { LiveClient } from "./live-client";

const WAIT_MS = 120_000;

/** Sends flashes as the flash desk does, by the same command, from this process. */
export async function openDesk({ db, sql }: Connection) {
  const [outlet] = await sql<{ id: string }[]>`select id from categories order by slug limit 1`;
  let last = 0;
  /** Gives the moment at which the command began, which no other flash has; its title says it too. */
  const publish = async (isLong = false): Promise<number> => {
    const began = Math.max(Date.now(), last + 1);
    last = began;
    const ctx: Ctx = { db, actor: { kind: "system", job: "bench" }, now: new Date(began) };
    const title = `${began} 现货碳酸锂报价小幅回升${isLong ? "，市场成交转淡".repeat(24) : ""}`;
    const text = "贸易商称下游询价增多，成交仍以长协为主。".repeat(isLong ? 10 : 3);
    await publishFlash(ctx, { id: uuidv7(), title, text, level: 1, categoryId: outlet!.id, symbols: [] });
    return began;
  };
  return { publish, newest: () => findNewestEvent(db) };
}
export type Desk = Awaited<ReturnType<typeof openDesk>>;

export async function openAll(clients: LiveClient[]) {
  for (let at = 0; at < clients.length; at += 100)
    await Promise.all(clients.slice(at, at + 100).map((one) => one.open()));
}

export async function untilAllKnow(clients: LiveClient[], newest: number) {
  for (const from = Date.now(); clients.some(({ known }) => known !== newest); await sleep(20))
    if (Date.now() - from > WAIT_MS) throw new Error("Some clients did not hear of everything in two minutes.");
}

export const row = (what: string, ...cells: (string | number)[]) => console.log(`| ${what} | ${cells.join(" / ")} |`);

/** Shares of a list of milliseconds. */
export function shares(times: number[], ...of: number[]): string[] {
  const sorted = times.toSorted((a, b) => a - b);
  return of.map((share) => {
    const ms = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return `${ms < 20 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
  });
}

/** What must be none: lost, doubled, pages offered anew. */
export const faultsOf = (clients: LiveClient[]) =>
  (["lost", "doubled", "resets"] as const).map((kind) => clients.reduce((sum, client) => sum + client[kind], 0));
