"use server";

import { defineOpenAction } from "@/lib/actions";
import * as commands from "@/lib/users/commands";
import { setUpInput } from "@/lib/users/validation";

export const setUp = defineOpenAction(setUpInput, "setup", async (ctx, input) => {
  await commands.createFirstAdmin(ctx, input);
  return null;
});
