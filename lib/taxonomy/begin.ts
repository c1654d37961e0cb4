import "server-only";
import { after } from "next/server";
import { registeredStore } from "@/lib/cache/page-store";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import { runAct } from "@/lib/taxonomy/run";

/** Works on once the browser has its answer. Should this process end, a worker goes on. */
export function workOn<Begun extends { id: string; tags: string[] }>({ db }: Ctx, { tags, ...begun }: Begun) {
  const expire = (stale: string[]) => registeredStore()?.expireTags(stale);
  expire(tags);
  after(() =>
    runAct(db, begun.id, expire).catch((error: unknown) =>
      log.error({ err: error, id: begun.id }, "a merge or split was interrupted"),
    ),
  );
  return begun;
}
