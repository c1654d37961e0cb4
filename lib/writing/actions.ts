"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as commands from "@/lib/writing/commands";
import { saveWritingInput } from "@/lib/writing/validation";

/** 保存 and 更新. */
export const saveWriting = defineAction(saveWritingInput, async (ctx, input) => {
  const { article, tags } = await commands.saveWriting(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  const { id, slug, version, status } = article;
  return { id, slug, version, status, publishAt: article.publishAt?.toISOString() ?? null };
});
