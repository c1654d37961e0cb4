"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { can } from "@/lib/articles/policy";
import { registeredStore } from "@/lib/cache/page-store";
import * as commands from "@/lib/writing/commands";
import { listGoverned } from "@/lib/writing/queries";
import { discardNewInput, savedAmongInput, saveWritingInput } from "@/lib/writing/validation";

/** 保存 and 更新. */
export const saveWriting = defineAction(saveWritingInput, async (ctx, input) => {
  const { article, tags } = await commands.saveWriting(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  const { id, slug, version, status, categoryId } = article;
  return { id, slug, version, status, categoryId, publishAt: article.publishAt?.toISOString() ?? null };
});

export const discardNew = defineAction(discardNewInput, commands.discardNew);

/** Which of the stories that a browser believes unsaved are saved after all; a journal hears of it last. */
export const listSavedAmong = defineAction(savedAmongInput, async ({ db, actor }, { ids }) =>
  (await listGoverned(db, ids)).filter((article) => can(actor, "view", article)).map(({ id }) => id),
);
