"use server";

import { defineAction } from "@/lib/actions";
import * as commands from "./commands";
import { suggestionInput } from "./validation";

export const rejectSuggestion = defineAction(suggestionInput, async (ctx, input) => {
  await commands.rejectSuggestion(ctx, input);
  return null;
});
export const restoreSuggestion = defineAction(suggestionInput, async (ctx, input) => {
  await commands.restoreSuggestion(ctx, input);
  return null;
});
