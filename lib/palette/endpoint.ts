import "server-only";
import { z } from "zod";
import { answerJson } from "@/lib/answer";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { findAnything } from "./queries";

const input = z.object({ q: z.string().max(60) });

/** Not an action: those wait for one another, and a search that is typed on must give way. */
export const answerPalette = (request: Request) =>
  answerJson("the palette", async (actor) => {
    const parsed = input.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!parsed.success) throw new AppError("invalid", "请求不对");
    return findAnything(getDb(), actor, parsed.data.q);
  });
