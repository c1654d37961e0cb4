"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as commands from "@/lib/revisions/commands";
import { restoreRevisionInput } from "@/lib/revisions/validation";

export const restoreRevision = defineAction(restoreRevisionInput, async (ctx, input) => {
  const { article, tags } = await commands.restoreRevision(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return { version: article.version };
});
