import { connect } from "@/lib/db/client";
import { measure } from "./measure";
import { startNode } from "./processes";
import { hireEditor, signIn } from "./signed-in";

/** The history of one article as an editor opens it: the page's HTML, from the running portal. */
export async function measureRevisionPages(databaseUrl: string, articleId: string, count: number) {
  const { db, close } = connect(databaseUrl, { max: 1, name: "finews-bench" });
  await hireEditor(db);
  await close();
  const portal = await startNode([".build/main.js", "start"], { DATABASE_URL: databaseUrl, WORKER: "off" });
  try {
    const headers = { cookie: await signIn(portal) };
    let bytes = 0;
    const open = (query: string) => async () => {
      const answer = await fetch(`${portal.origin}/admin/articles/${articleId}/revisions${query}`, { headers });
      const html = await answer.text();
      if (answer.status !== 200 || !html.includes("rev")) throw new Error(`the history answered ${answer.status}`);
      bytes = Buffer.byteLength(html);
    };
    const page = async (name: string, query: string) => {
      await open(query)();
      await measure(`${name} (${Math.round(bytes / 1024)} KB of HTML)`, open(query), portal.pid);
    };
    await page(`page: newest 50 of ${count}`, "");
    await page(`page: oldest 50 of ${count}`, "?before=51");
    await page("page: newest with the one before", `?from=${count - 1}&to=${count}`);
    await page("page: newest with the first", `?from=1&to=${count}`);
  } finally {
    await portal.stop();
  }
}
