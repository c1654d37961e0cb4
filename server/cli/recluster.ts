import { defineCommand } from "citty";
import { forgetClusters, recluster } from "@/lib/clusters/recluster";
import { connect } from "@/lib/db/client";
import { withDatabase } from "./database";
import { progressBar } from "./progress";
import { stopOnSignal } from "./stop";

async function run(url: string, isForced: boolean) {
  const { db, close } = connect(url, { max: 2, name: "finews-recluster" });
  const progress = progressBar("articles");
  const stop = stopOnSignal("Stopping after this batch. Once more stops at once.");
  try {
    if (isForced) await forgetClusters(db);
    const ctx = { db, actor: { kind: "system", job: "recluster" } as const, now: new Date() };
    const { state, articles } = await recluster(ctx, { onProgress: progress.update, signal: stop.signal });
    progress.end();
    if (state === "busy") console.log("Another process is finding clusters; this one has nothing to do.");
    else if (state === "stopped")
      console.log(`${articles} articles compared. The same command goes on where it ended.`);
    else if (articles === 0) console.log("Every article has been compared. --all begins anew.");
    else console.log(`${articles} articles compared.`);
    if (state === "stopped") process.exitCode = 130;
  } finally {
    progress.end();
    stop.forget();
    await close();
  }
}

export const reclusterCommand = defineCommand({
  meta: { name: "recluster", description: "Find the articles that tell one story, beside readers and writers" },
  args: { all: { type: "boolean", description: "Compare all articles anew; what editors said stays" } },
  run: ({ args }) => withDatabase((url) => run(url, args.all === true)),
});
