import { defineCommand } from "citty";
import { connect } from "@/lib/db/client";
import { reindex } from "@/lib/search/reindex";
import { withDatabase } from "./database";
import { progressBar } from "./progress";
import { stopOnSignal } from "./stop";

async function run(url: string, isForced: boolean) {
  const { db, close } = connect(url, { max: 2, name: "finews-reindex" });
  const progress = progressBar("articles");
  const stop = stopOnSignal("Stopping after this batch. Once more stops at once.");
  try {
    const { state, articles } = await reindex(db, { isForced, onProgress: progress.update, signal: stop.signal });
    progress.end();
    if (state === "busy") console.log("Another process is making the index; this one has nothing to do.");
    else if (state === "stopped") console.log(`${articles} articles indexed. The same command goes on where it ended.`);
    else if (articles === 0) console.log("The index is complete. --all makes it anew.");
    else console.log(`${articles} articles indexed. The index is complete.`);
    if (state === "stopped") process.exitCode = 130;
  } finally {
    progress.end();
    stop.forget();
    await close();
  }
}

export const reindexCommand = defineCommand({
  meta: { name: "reindex", description: "Make the search index of all public articles, beside readers and writers" },
  args: { all: { type: "boolean", description: "Also what is indexed with the names of now" } },
  run: ({ args }) => withDatabase((url) => run(url, args.all === true)),
});
