"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import * as commands from "@/lib/pushes/commands";
import { retryInput } from "@/lib/pushes/validation";

export const retryPushes = defineAction(retryInput, async (ctx, input) => {
  const done = await commands.retryPushes(ctx, input);
  refresh();
  return done;
});
