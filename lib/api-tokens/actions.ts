"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import * as commands from "./commands";
import * as inputs from "./validation";

export const createToken = defineAction(inputs.createTokenInput, async (ctx, input) => {
  const { secret } = await commands.createToken(ctx, input);
  refresh();
  return { secret };
});
export const renameToken = defineAction(inputs.renameTokenInput, async (ctx, input) => {
  await commands.renameToken(ctx, input);
  refresh();
});
export const revokeToken = defineAction(inputs.revokeTokenInput, async (ctx, input) => {
  await commands.revokeToken(ctx, input);
  refresh();
});
