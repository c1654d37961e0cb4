"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions";
import * as commands from "./rebuild-command";

export const rebuildIndex = defineAction(z.object({}), async (ctx) => {
  const done = await commands.rebuildIndex(ctx);
  refresh();
  return done;
});
