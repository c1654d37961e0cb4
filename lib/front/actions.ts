"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as bars from "@/lib/front/bar-commands";
import * as commands from "@/lib/front/commands";
import { arrangeInput, lowerBarInput, raiseBarInput } from "@/lib/front/validation";

export const arrangeFront = defineAction(arrangeInput, async (ctx, input) => {
  const { tags, ...done } = await commands.arrangeFront(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return done;
});

export const raiseBar = defineAction(raiseBarInput, async (ctx, input) => {
  const { tags, ...done } = await bars.raiseBar(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return done;
});

export const lowerBar = defineAction(lowerBarInput, async (ctx, input) => {
  const { tags, ...done } = await bars.lowerBar(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return done;
});
