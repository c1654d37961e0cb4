import type { z } from "zod";
import type { Ctx } from "@/lib/context";
import { connect } from "@/lib/db/client";
import { AppError, OperatorError } from "@/lib/errors";
import { findAccount } from "@/lib/users/queries";
import { withDatabase } from "./database";

/** The checked input of a command about people; faults are told in one line. */
export function checked<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new OperatorError(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
}

/** Runs a command about people as the operator of this machine. */
export const asOperator = <T>(run: (ctx: Ctx) => Promise<T>): Promise<T> => withDatabase((url) => act(url, run));

async function act<T>(url: string, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { db, close } = connect(url, { max: 1, name: "finews-people" });
  try {
    return await run({ db, actor: { kind: "system", job: "cli" }, now: new Date() });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new OperatorError([error.message, ...Object.values(error.fields)].join(": "));
  } finally {
    await close();
  }
}

export async function userOf(ctx: Ctx, email: string) {
  const user = await findAccount(ctx.db, email);
  if (!user) throw new OperatorError(`There is no user with the address ${email}.`);
  return user;
}
