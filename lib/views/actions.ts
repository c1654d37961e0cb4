"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import * as commands from "@/lib/views/commands";
import * as inputs from "@/lib/views/validation";

/** The page that is open shows its tabs anew. */
function shown<Answer>(answer: Answer): Answer {
  refresh();
  return answer;
}

export const saveView = defineAction(inputs.saveViewInput, async (ctx, input) =>
  shown(await commands.saveView(ctx, input)),
);
export const changeView = defineAction(inputs.changeViewInput, async (ctx, input) =>
  shown(await commands.changeView(ctx, input)),
);
export const deleteView = defineAction(inputs.deleteViewInput, async (ctx, { id }) =>
  shown(await commands.deleteView(ctx, id)),
);
