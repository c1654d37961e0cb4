"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as importing from "@/lib/redirects/import-commands";
import * as commands from "@/lib/redirects/manual-commands";
import { deleteRedirectInput, importRedirectsInput, saveRedirectInput } from "@/lib/redirects/validation";

export const saveRedirect = defineAction(saveRedirectInput, async (ctx, input) => {
  const { tags, ...saved } = await commands.saveRedirect(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return saved;
});

export const deleteRedirect = defineAction(deleteRedirectInput, async (ctx, input) => {
  const { tags } = await commands.deleteRedirect(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return null;
});

export const importRedirects = defineAction(importRedirectsInput, async (ctx, input) => {
  const { lines, tags } = await importing.importRedirects(ctx, input);
  registeredStore()?.expireTags(tags);
  if (!input.dryRun) refresh();
  return { lines };
});
