"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import type { Written } from "@/lib/articles/write";
import { registeredStore } from "@/lib/cache/page-store";
import * as commands from "@/lib/flashes/commands";
import { publishFlashInput, undoFlashInput, updateFlashInput } from "@/lib/flashes/validation";

/** Drops the pages concerned from this instance at once; the desk's list comes along with the answer. */
function settle({ article, tags }: Written) {
  registeredStore()?.expireTags(tags);
  refresh();
  const { id, slug, version, status, title } = article;
  return { id, slug, version, status, title };
}

export const publishFlash = defineAction(publishFlashInput, async (ctx, input) =>
  settle(await commands.publishFlash(ctx, input)),
);
export const undoFlash = defineAction(undoFlashInput, async (ctx, input) =>
  settle(await commands.undoFlash(ctx, input)),
);
export const updateFlash = defineAction(updateFlashInput, async (ctx, input) =>
  settle(await commands.updateFlash(ctx, input)),
);
