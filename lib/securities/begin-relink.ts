import "server-only";
import { after } from "next/server";
import { registeredStore } from "@/lib/cache/page-store";
import type { Ctx } from "@/lib/context";
import { log } from "@/lib/log";
import { runRelink } from "./relink";

/** Looks at stored articles once the browser has its answer. Should this process end, a worker goes on. */
export function relinkAfter({ db }: Ctx, id: string) {
  const onWritten = (tags: string[]) => registeredStore()?.expireTags(tags);
  after(() =>
    runRelink(db, id, { onWritten }).catch((error: unknown) =>
      log.error({ err: error, id }, "a relink was interrupted"),
    ),
  );
}
