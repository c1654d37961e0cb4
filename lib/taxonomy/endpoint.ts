import "server-only";
import { z } from "zod";
import { answerJson } from "@/lib/answer";
import { maySeeOutlets } from "@/lib/categories/policy";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findProgress } from "@/lib/taxonomy/queries";

/** How far a merge or split is. Not an action: those wait for each other, and this is asked while others are sent. */
export const answerProgress = (request: Request): Promise<Response> =>
  answerJson("progress of a merge", async (actor) => {
    if (!maySeeOutlets(actor)) throw new AppError("forbidden", "没有权限");
    const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
    const progress = id.success ? await findProgress(getDb(), id.data) : null;
    if (!progress) throw new AppError("not_found", "没有这次合并或拆分");
    return progress;
  });
