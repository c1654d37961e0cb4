"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { env } from "@/lib/env";
import * as commands from "@/lib/previews/commands";
import { createPreviewLinkInput, revokePreviewLinkInput } from "@/lib/previews/validation";
import { previewPath } from "@/lib/urls";

export const createPreviewLink = defineAction(createPreviewLinkInput, async (ctx, input) => {
  const { token, link, expiresAt } = await commands.createPreviewLink(ctx, input);
  refresh();
  return { url: `${env().siteUrl}${previewPath(token)}`, link, expiresAt: expiresAt.toISOString() };
});

export const revokePreviewLink = defineAction(revokePreviewLinkInput, async (ctx, input) => {
  await commands.revokePreviewLink(ctx, input);
  refresh();
});
