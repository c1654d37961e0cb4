import "server-only";
import { redirect } from "next/navigation";
import type { Person } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import type { Role } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** For actions and handlers: the signed-in person, in one of these roles if any are named. */
export async function requireActor(...roles: Role[]): Promise<Person> {
  const actor = await currentActor();
  if (!actor) throw new AppError("unauthenticated", "登录已失效，请在新标签页登录后再试");
  if (roles.length > 0 && !roles.includes(actor.role)) throw new AppError("forbidden", "没有权限");
  return actor;
}

/** For loaders of pages: a stranger is sent to sign in and comes back to `path`. */
export async function requireActorAt(path: string): Promise<Person> {
  return (await currentActor()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
