import "server-only";
import { answerJson } from "@/lib/answer";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listCandidates } from "@/lib/front/desk-queries";
import { mayArrange } from "@/lib/front/policy";
import { findStoriesInput } from "@/lib/front/validation";

/** Not an action: those wait for one another, and a search that is typed on must give way. */
export const answerCandidates = (request: Request) =>
  answerJson("the search of the home page's desk", async (actor) => {
    if (!mayArrange(actor)) throw new AppError("forbidden", "首页由编辑编排");
    const parsed = findStoriesInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) throw new AppError("invalid", "请求不对");
    const { q, kind } = parsed.data;
    return listCandidates(getDb(), q, kind === "story" ? kind : undefined);
  });
