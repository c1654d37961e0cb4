"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import type { Ctx } from "@/lib/context";
import { relinkAfter } from "./begin-relink";
import * as commands from "./commands";
import * as editing from "./edit-commands";
import { createSecurityInput, suggestionInput, updateSecurityInput } from "./validation";

function settle(ctx: Ctx, { tags, relink, ...saved }: editing.SavedSecurity) {
  registeredStore()?.expireTags(tags);
  if (relink) relinkAfter(ctx, relink);
  refresh();
  return { ...saved, relink };
}

export const createSecurity = defineAction(createSecurityInput, async (ctx, input) =>
  settle(ctx, await editing.createSecurity(ctx, input)),
);
export const updateSecurity = defineAction(updateSecurityInput, async (ctx, input) =>
  settle(ctx, await editing.updateSecurity(ctx, input)),
);
export const rejectSuggestion = defineAction(suggestionInput, async (ctx, input) => {
  const tags = await commands.rejectSuggestion(ctx, input);
  registeredStore()?.expireTags(tags);
  return null;
});
export const restoreSuggestion = defineAction(suggestionInput, async (ctx, input) => {
  const tags = await commands.restoreSuggestion(ctx, input);
  registeredStore()?.expireTags(tags);
  return null;
});
