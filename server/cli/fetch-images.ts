import { defineCommand } from "citty";
import { connect } from "@/lib/db/client";
import { OperatorError } from "@/lib/errors";
import { fetchForeignImages } from "@/lib/media/foreign/run";
import { storage } from "@/lib/storage/storage";
import { withDatabase } from "./database";

function limitOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new OperatorError(`--limit expects a whole number above 0, not "${text}".`);
  return Number(text);
}

export const fetchImagesCommand = defineCommand({
  meta: {
    name: "fetch-images",
    description: "Fetch the foreign pictures that imported articles link into the library",
  },
  args: { limit: { type: "string", description: "Stop after so many changed articles" } },
  run({ args }) {
    const limit = limitOf(args.limit);
    return withDatabase(async (url) => {
      const { db, close } = connect(url, { max: 2, name: "finews-fetch-images" });
      try {
        const ctx = { db, actor: { kind: "system", job: "fetch-images" } as const, now: new Date() };
        const { articles, pictures, refused } = await fetchForeignImages(ctx, storage(), {
          limit,
          onArticle: (slug, fetched, missed) => console.log(`${slug}: ${fetched} fetched, ${missed} refused`),
        });
        for (const { url: address, reason } of refused) console.log(`refused ${address}: ${reason}`);
        console.log(`${pictures} pictures fetched for ${articles} articles, ${refused.length} refused.`);
      } finally {
        await close();
      }
    });
  },
});
