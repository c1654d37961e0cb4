import { defineCommand } from "citty";
import { connect } from "@/lib/db/client";
import { exportSite } from "@/lib/importers/export";
import { withDatabase } from "./database";
import { operatorPath } from "./root";

export const exportCommand = defineCommand({
  meta: { name: "export", description: "Write the archive as a Jekyll site; untouched posts come back byte for byte" },
  args: { dir: { type: "positional", description: "Folder to write to", required: true } },
  run: ({ args }) =>
    withDatabase(async (url) => {
      const { db, close } = connect(url, { max: 2, name: "finews-export" });
      try {
        const files = await exportSite(db, operatorPath(args.dir));
        console.log(`${files} files written to ${args.dir}.`);
      } finally {
        await close();
      }
    }),
});
