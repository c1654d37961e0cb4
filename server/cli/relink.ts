import { defineCommand } from "citty";
import { connect } from "@/lib/db/client";
import { beginFullRelink, runRelink } from "@/lib/securities/relink";
import { findRelink } from "@/lib/securities/relink-queries";
import { withDatabase } from "./database";
import { progressBar } from "./progress";
import { stopOnSignal } from "./stop";

export const relinkCommand = defineCommand({
  meta: {
    name: "relink",
    description: "Find the securities that stored articles speak of; goes on where it was stopped",
  },
  async run() {
    await withDatabase(async (url) => {
      const { db, close } = connect(url, { max: 1, name: "finews-relink" });
      const progress = progressBar("articles");
      const stop = stopOnSignal("Stopping after this batch. The same command goes on from there.");
      try {
        const ctx = { db, actor: { kind: "system", job: "cli" } as const, now: new Date() };
        const { id, isResumed } = await beginFullRelink(ctx);
        if (isResumed) console.log("Going on with what was begun before.");
        await runRelink(db, id, {
          signal: stop.signal,
          onProgress: (done, total) => total > 0 && progress.update(done, total),
        });
        progress.end();
        const result = await findRelink(db, id);
        if (result) console.log(`${result.done} articles looked at, mentions changed in ${result.changed}.`);
      } finally {
        progress.end();
        stop.forget();
        await close();
      }
    });
  },
});
