"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import * as commands from "@/lib/settings/commands";
import { updateSettingsInput } from "@/lib/settings/validation";

export const updateSettings = defineAction(updateSettingsInput, async (ctx, input) => {
  const { site, tags } = await commands.updateSettings(ctx, input);
  registeredStore()?.expireTags(tags);
  refresh();
  return { version: site.version };
});
