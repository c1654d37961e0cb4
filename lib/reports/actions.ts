"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import * as commands from "@/lib/reports/commands";
import { answerReportInput } from "@/lib/reports/validation";

export const answerReport = defineAction(answerReportInput, async (ctx, input) => {
  await commands.answerReport(ctx, input);
  refresh();
});
