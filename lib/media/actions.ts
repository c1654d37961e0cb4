"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import * as commands from "@/lib/media/commands";
import { mediaIdInput, updateMediaInput } from "@/lib/media/validation";
import { storage } from "@/lib/storage/storage";

export const updateMedia = defineAction(updateMediaInput, async (ctx, input) => {
  await commands.updateMedia(ctx, input);
  refresh();
  return null;
});

export const retryMedia = defineAction(mediaIdInput, async (ctx, input) => {
  await commands.retryMedia(ctx, input);
  refresh();
  return null;
});

export const deleteMedia = defineAction(mediaIdInput, async (ctx, input) => {
  await commands.deleteMedia(ctx, storage(), input);
  return null;
});
