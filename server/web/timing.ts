import type { ServerResponse } from "node:http";
import type { Timing } from "@/lib/cache/tag-page";

export const newTiming = (): Timing => ({ statements: 0, databaseMs: 0 });

/** What a request cost, as the browser's tools show it. `hit`: sent from the store; `pass`: kept nowhere. */
export type Cost = { cache: "hit" | "miss" | "pass"; renderMs?: number; timing?: Timing };

/** @param timing whose times are sums: statements that ran side by side count one after the other */
export function timingHeader({ cache, renderMs, timing }: Cost): string {
  const parts = [`cache;desc="${cache}"`];
  if (renderMs !== undefined) parts.push(`render;dur=${renderMs.toFixed(1)}`);
  if (timing) parts.push(`db;dur=${timing.databaseMs.toFixed(1)};desc="${timing.statements} statements"`);
  return parts.join(", ");
}

export const sayCost = (res: ServerResponse, cost: Cost) => {
  if (!res.headersSent) res.setHeader("Server-Timing", timingHeader(cost));
};
