import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { requireActor } from "@/lib/auth/require";
import type { Actor, Ctx } from "@/lib/context";
import { getDb } from "@/lib/db/client";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";

export type Failure = { ok: false; code: ErrorCode; message: string; fields: Record<string, string> };
export type Result<Data> = { ok: true; data: Data } | Failure;

/** One server action: signed-in person, checked input, one command. */
export const defineAction = <Schema extends z.ZodType, Data>(
  schema: Schema,
  handler: (ctx: Ctx, input: z.output<Schema>) => Promise<Data>,
) => runner(schema, handler, () => requireActor());

/** An action for strangers: set-up. */
export const defineOpenAction = <Schema extends z.ZodType, Data>(
  schema: Schema,
  job: string,
  handler: (ctx: Ctx, input: z.output<Schema>) => Promise<Data>,
) => runner(schema, handler, async () => ({ kind: "system", job }));

function runner<Schema extends z.ZodType, Data>(
  schema: Schema,
  handler: (ctx: Ctx, input: z.output<Schema>) => Promise<Data>,
  who: () => Promise<Actor>,
) {
  return async (input: z.input<Schema>): Promise<Result<Data>> => {
    try {
      const actor = await who();
      const parsed = schema.safeParse(input);
      if (!parsed.success) return invalid(parsed.error);
      return { ok: true, data: await handler({ db: getDb(), actor, now: new Date() }, parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof AppError)
        return { ok: false, code: error.code, message: error.message, fields: error.fields };
      // Not left to error.tsx: that would take the form, and with it the writer's text, off the screen.
      log.error({ err: error }, "action failed");
      return { ok: false, code: "internal", message: "出了点问题，请稍后再试；你的文字还在这里", fields: {} };
    }
  };
}

function invalid(error: z.ZodError): Failure {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) {
    fields[String(path[0] ?? "")] ??= message;
    // A field of a group is named as well, for the form to show the fault beside it.
    fields[path.join(".")] ??= message;
  }
  return { ok: false, code: "invalid", message: "请检查标出的地方", fields };
}
