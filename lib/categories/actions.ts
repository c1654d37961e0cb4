"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as aliases from "@/lib/categories/alias-commands";
import * as commands from "@/lib/categories/commands";
import { findOutletTargets } from "@/lib/categories/desk-queries";
import * as merging from "@/lib/categories/merge-commands";
import { planOutletMerge as plan } from "@/lib/categories/plan-queries";
import { maySeeOutlets } from "@/lib/categories/policy";
import { soundOf } from "@/lib/categories/sound-queries";
import * as splitting from "@/lib/categories/split-commands";
import * as inputs from "@/lib/categories/validation";
import { AppError } from "@/lib/errors";
import { workOn } from "@/lib/taxonomy/begin";
import { countSplitInput, findTargetsInput, mergeInput, planMergeInput } from "@/lib/taxonomy/validation";

function settle<Written extends { tags: string[] }>({ tags, ...written }: Written) {
  registeredStore()?.expireTags(tags);
  refresh();
  return written;
}

export const createOutlet = defineAction(inputs.createOutletInput, async (ctx, input) =>
  settle(await commands.createOutlet(ctx, input)),
);
export const updateOutlet = defineAction(inputs.updateOutletInput, async (ctx, input) =>
  settle(await commands.updateOutlet(ctx, input)),
);
export const hearOutletName = defineAction(inputs.soundInput, soundOf);
export const addOutletAlias = defineAction(inputs.addOutletAliasInput, async (ctx, input) =>
  settle(await aliases.addOutletAlias(ctx, input)),
);
export const removeOutletAlias = defineAction(inputs.removeOutletAliasInput, async (ctx, input) =>
  settle(await aliases.removeOutletAlias(ctx, input)),
);
export const findOutlets = defineAction(findTargetsInput, ({ db, actor }, { words, not }) => {
  if (!maySeeOutlets(actor)) throw new AppError("forbidden", "没有权限");
  return findOutletTargets(db, words, not);
});
export const planOutletMerge = defineAction(planMergeInput, plan);
export const mergeOutlets = defineAction(mergeInput, async (ctx, input) => {
  const begun = workOn(ctx, await merging.mergeOutlets(ctx, input));
  refresh();
  return begun;
});
export const countOutletSplit = defineAction(countSplitInput, splitting.countOutletSplit);
export const splitOutlet = defineAction(inputs.splitOutletInput, async (ctx, input) => {
  const begun = workOn(ctx, await splitting.splitOutlet(ctx, input));
  refresh();
  return begun;
});
