"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { registeredStore } from "@/lib/cache/page-store";
import { mergeInput, splitInput } from "@/lib/clusters/validation";
import * as commands from "@/lib/clusters/verdict-commands";

function settle({ tags }: { tags: string[] }) {
  registeredStore()?.expireTags(tags);
  refresh();
}

export const splitStory = defineAction(splitInput, async (ctx, input) => settle(await commands.splitStory(ctx, input)));
export const mergeStories = defineAction(mergeInput, async (ctx, input) =>
  settle(await commands.mergeStories(ctx, input)),
);
