"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import { storage } from "@/lib/storage/storage";
import * as commands from "@/lib/takedowns/commands";
import { takeDownInput } from "@/lib/takedowns/validation";

export const takeDownArticle = defineAction(takeDownInput, async (ctx, input) => {
  const { tags } = await commands.takeDownArticle(ctx, storage(), input);
  registeredStore()?.expireTags(tags);
  refresh();
});
