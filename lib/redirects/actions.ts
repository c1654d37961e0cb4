"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as importing from "@/lib/redirects/import-commands";
import * as commands from "@/lib/redirects/manual-commands";
import * as missing from "@/lib/redirects/missing-commands";
import { deleteRedirectInput, importRedirectsInput, missingInput, saveRedirectInput } from "@/lib/redirects/validation";

export const saveRedirect = defineAction(saveRedirectInput, async (ctx, input) => {
  const { tags, ...saved } = await commands.saveRedirect(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return saved;
});

export const ignoreMissing = defineAction(missingInput, async (ctx, input) => {
  await missing.ignoreMissing(ctx, input);
  refresh();
  return null;
});

export const heedMissing = defineAction(missingInput, async (ctx, input) => {
  await missing.heedMissing(ctx, input);
  refresh();
  return null;
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
