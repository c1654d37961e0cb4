import { randomUUID } from "node:crypto";
import { startBulk, undoBulk } from "@/lib/bulk/commands";
import { planBulk } from "@/lib/bulk/plan-queries";
import { findBulk } from "@/lib/bulk/queries";
import { runBulk } from "@/lib/bulk/run";
import type { Act, StartInput } from "@/lib/bulk/validation";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { outletId } from "./newsroom";
import { cpuMs } from "./processes";

const ACTS: [Act, string, object][] = [
  ["recategorise", "status=published", { categoryId: outletId(3) }],
  ["tag", "status=published", { tags: ["批量"] }],
  ["unpublish", "status=published", { reason: "试" }],
  ["publish", "status=draft", {}],
  ["trash", "", {}],
];

const seconds = (from: number) => ((performance.now() - from) / 1000).toFixed(2);

/**
 * Each act upon the first 500 articles of a list, and its undo: the plan that is shown first, and the work, with the
 * CPU time of an article in this process and in the process `pid` of Postgres.
 */
export async function measureBulk(db: Db, userId: string, pid: number) {
  const actor = { kind: "user" as const, id: userId, name: "试", role: "editor" as const, categories: [] };
  const ctx: Ctx = { db, actor, now: new Date() };
  console.log(
    "| act | plan s | work s | articles | CPU ms of Node | of Postgres | undo s | taken back |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
  );
  for (const [act, query, wish] of ACTS) {
    let from = performance.now();
    const plan = await planBulk(ctx, { act, selection: { query }, ...wish });
    const planned = seconds(from);
    const id = randomUUID();
    const cpu = [cpuMs(process.pid), cpuMs(pid)];
    from = performance.now();
    await startBulk(ctx, { ...wish, act, id, items: plan.ready } as StartInput);
    await runBulk(db, id);
    const worked = seconds(from);
    const spent = [cpuMs(process.pid) - cpu[0]!, cpuMs(pid) - cpu[1]!];
    const [node, postgres] = spent.map((ms) => (ms / Math.max(1, plan.ready.length)).toFixed(1));
    const done = await findBulk(db, id, actor);
    const undoes = randomUUID();
    from = performance.now();
    await undoBulk(ctx, { id: undoes, undoes: id });
    await runBulk(db, undoes);
    const undone = await findBulk(db, undoes, actor);
    console.log(
      `| ${act} | ${planned} | ${worked} | ${done?.done} of ${plan.ready.length} | ${node} | ${postgres} | ${seconds(from)} | ${undone?.done} |`,
    );
  }
}
