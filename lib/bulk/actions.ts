"use server";

import { after } from "next/server";
import { defineAction } from "@/lib/actions";
import * as commands from "@/lib/bulk/commands";
import * as plans from "@/lib/bulk/plan-queries";
import { runBulk } from "@/lib/bulk/run";
import * as inputs from "@/lib/bulk/validation";
import { registeredStore } from "@/lib/cache/page-store";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";

/** Works on once the browser has its answer. Should this process end, a worker goes on. */
function work({ db }: Ctx, { id }: { id: string }) {
  const run = runBulk(db, id, (tags) => registeredStore()?.expireTags(tags));
  after(() => run.catch((error: unknown) => log.error({ err: error, id }, "a bulk act was interrupted")));
  return { id };
}

export const countSelected = defineAction(inputs.countInput, (ctx, { query }) => plans.countSelected(ctx, query));
export const planBulk = defineAction(inputs.planInput, plans.planBulk);
export const startBulk = defineAction(inputs.startInput, async (ctx, input) =>
  work(ctx, await commands.startBulk(ctx, input)),
);
export const undoBulk = defineAction(inputs.undoInput, async (ctx, input) =>
  work(ctx, await commands.undoBulk(ctx, input)),
);
export const stopBulk = defineAction(inputs.stopInput, (ctx, { id }) => commands.stopBulk(ctx, id));
