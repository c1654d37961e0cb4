"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import { maySeeOutlets } from "@/lib/categories/policy";
import { AppError } from "@/lib/errors";
import * as commands from "@/lib/tags/desk-commands";
import { findTagTargets } from "@/lib/tags/desk-queries";
import * as merging from "@/lib/tags/merge-commands";
import * as plans from "@/lib/tags/plan-queries";
import * as inputs from "@/lib/tags/validation";
import { workOn } from "@/lib/taxonomy/begin";
import { countSplitInput, findTargetsInput, mergeInput, planMergeInput } from "@/lib/taxonomy/validation";

function settle<Written extends { tags: string[] }>({ tags, ...written }: Written) {
  registeredStore()?.expireTags(tags);
  refresh();
  return written;
}

export const createTag = defineAction(inputs.createTagInput, async (ctx, input) =>
  settle(await commands.createTag(ctx, input)),
);
export const updateTag = defineAction(inputs.updateTagInput, async (ctx, input) =>
  settle(await commands.updateTag(ctx, input)),
);
export const hearTagName = defineAction(inputs.tagNameInput, plans.hearTag);
export const addTagAlias = defineAction(inputs.addTagAliasInput, async (ctx, input) =>
  settle(await commands.addTagAlias(ctx, input)),
);
export const removeTagAlias = defineAction(inputs.removeTagAliasInput, async (ctx, input) =>
  settle(await commands.removeTagAlias(ctx, input)),
);
export const findTags = defineAction(findTargetsInput, ({ db, actor }, { words, not }) => {
  if (!maySeeOutlets(actor)) throw new AppError("forbidden", "没有权限");
  return findTagTargets(db, words, not);
});
export const planTagMerge = defineAction(planMergeInput, plans.planTagMerge);
export const mergeTags = defineAction(mergeInput, async (ctx, input) => {
  const begun = workOn(ctx, await merging.mergeTags(ctx, input));
  refresh();
  return begun;
});
export const countTagSplit = defineAction(countSplitInput, merging.countTagSplit);
export const splitTag = defineAction(inputs.splitTagInput, async (ctx, input) => {
  const begun = workOn(ctx, await merging.splitTag(ctx, input));
  refresh();
  return begun;
});
