"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { workOn } from "@/lib/taxonomy/begin";
import * as commands from "@/lib/taxonomy/undo-commands";
import { undoActInput } from "@/lib/taxonomy/validation";

export const undoAct = defineAction(undoActInput, async (ctx, input) => {
  const begun = workOn(ctx, await commands.undoAct(ctx, input));
  refresh();
  return begun;
});
