import { connect } from "@/lib/db/client";
import { createUser } from "@/lib/users/commands";
import { measure } from "./measure";
import { type Running, startNode } from "./processes";

const PERSON = { email: "bench@example.com", name: "试", role: "editor", password: "a long password" } as const;

/** Signs in as the form does; gives the cookies. */
async function signIn({ origin }: Running): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) jar.set(name, value ?? "");
    }
    return answer;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const { csrfToken } = await keep(await fetch(`${origin}/api/auth/csrf`)).json();
  const { email, password } = PERSON;
  const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
  keep(await fetch(`${origin}/api/auth/callback/credentials`, { method: "POST", headers: { cookie: cookie() }, body }));
  return cookie();
}

/** The history of one article as an editor opens it: the page's HTML, from the running portal. */
export async function measureRevisionPages(databaseUrl: string, articleId: string, count: number) {
  const { db, close } = connect(databaseUrl, { max: 1, name: "finews-bench" });
  await createUser({ db, actor: { kind: "system", job: "bench" }, now: new Date() }, PERSON);
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
