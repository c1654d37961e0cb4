import "server-only";
import { z } from "zod";
import { answerJson } from "@/lib/answer";
import { maySeeOutlets } from "@/lib/categories/policy";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listMentioned } from "./mention-queries";
import { findRelink } from "./relink-queries";
import { searchSecurities } from "./search-queries";

/** More are not suggested at once. */
const MOST_MENTIONED = 8;

const searchInput = z.object({ q: z.string().max(40) });
const textInput = z.object({ paragraphs: z.array(z.string().max(6_000)).max(60) });

/** Securities by what somebody types. */
export const answerSearch = (request: Request) =>
  answerJson("the search of securities", async () => {
    const input = searchInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!input.success) throw new AppError("invalid", "请求不对");
    return searchSecurities(getDb(), input.data.q);
  });

/** Securities that a text speaks of. Changes nothing; the text is too long for an address. */
export const answerMentioned = (request: Request) =>
  answerJson("the look for securities", async () => {
    const input = textInput.safeParse(await request.json().catch(() => null));
    if (!input.success) throw new AppError("invalid", "请求不对");
    const found = await listMentioned(getDb(), input.data.paragraphs);
    return found.slice(0, MOST_MENTIONED).map(({ symbol, name }) => ({ symbol, name }));
  });

/** How far a look at stored articles is. Not an action: those wait for each other, and this is asked while others are sent. */
export const answerRelink = (request: Request) =>
  answerJson("progress of a relink", async (actor) => {
    if (!maySeeOutlets(actor)) throw new AppError("forbidden", "没有权限");
    const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
    const progress = id.success ? await findRelink(getDb(), id.data) : null;
    if (!progress) throw new AppError("not_found", "没有这次重新关联");
    return progress;
  });
