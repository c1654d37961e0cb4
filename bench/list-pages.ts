import { measure } from "./measure";
import { authorId, outletId, RARE_WORD } from "./newsroom";
import { startNode } from "./processes";
import { signIn } from "./signed-in";

/** A place in the middle of the list by publication. */
const MIDDLE = `after=${Date.UTC(2021, 5, 1)}000_${outletId(0)}`;
const PAGES: Record<string, string> = {
  "first page": "",
  "a page in the middle": `?sort=published&${MIDDLE}`,
  drafts: "?status=draft",
  "drafts, by publication": "?status=draft&sort=published",
  "largest outlet": `?category=${outletId(0)}`,
  "small outlet": `?category=${outletId(1100)}`,
  author: `?author=${authorId(7)}`,
  "level 3": "?level=3",
  "no source": "?lacks=source",
  "published in one month": "?by=published&from=2018-03-01&to=2018-03-31",
  "titles by length, all columns":
    "?sort=length&cols=status%2Coutlet%2Cauthor%2Clevel%2Cwords%2Cpublished%2Cupdated%2Ccreated",
  "word, no hit": `?q=${encodeURIComponent("区块链")}`,
  "word, rare": `?q=${encodeURIComponent(RARE_WORD)}`,
  "word, common": `?q=${encodeURIComponent("回购股份")}`,
  "two words": `?q=${encodeURIComponent("锂电池 扩产")}`,
};

/** The list's HTML from the running portal, asked for over HTTP by somebody who is signed in. */
export async function measureListPages(databaseUrl: string) {
  const portal = await startNode([".build/main.js", "start"], { DATABASE_URL: databaseUrl, WORKER: "off" });
  try {
    const headers = { cookie: await signIn(portal) };
    for (const [name, query] of Object.entries(PAGES)) {
      let bytes = 0;
      const open = async () => {
        const answer = await fetch(`${portal.origin}/admin/articles${query}`, { headers });
        const html = await answer.text();
        if (answer.status !== 200 || !html.includes('id="main"')) throw new Error(`the list answered ${answer.status}`);
        bytes = Buffer.byteLength(html);
      };
      await open();
      await measure(`${name} (${Math.round(bytes / 1024)} KB of HTML)`, open, portal.pid);
    }
  } finally {
    await portal.stop();
  }
}
