import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { expect, type Portal, test } from "../fixtures";
import { linksOf } from "./links";

/** Far more than the demo archive has; a site that makes addresses without end stops here. */
const MOST = 6000;
const AT_A_TIME = 8;
/** Each article names its card for other sites, whose door lets a client ask some times a minute: a sample is asked. */
const CARD = "/api/oembed?";
const CARDS_ASKED = 20;
/** Pages that read a query string: what they link is filters and further pages of each other. */
const WITH_QUERY = /^\/(?:search|media\/|icon\.svg|api\/|_next\/)/;

type Found = { path: string; depth: number; from: string; status: number; type: string; body: string };

async function visit(portal: Portal, path: string, from: string, depth: number): Promise<Found> {
  const answer = await fetch(portal.url + path, { redirect: "manual", headers: { accept: "text/html,*/*" } });
  const type = answer.headers.get("content-type") ?? "";
  const body = /html|xml|json/.test(type) ? await answer.text() : "";
  if (body === "") await answer.body?.cancel();
  return { path, depth, from, status: answer.status, type, body };
}

/** Breadth first from the front page, by plain HTTP and without script; searches are looked at and not followed. */
async function crawl(portal: Portal): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const known = new Set(["/"]);
  let cards = 0;
  let edge: { path: string; from: string }[] = [{ path: "/", from: "" }];
  for (let depth = 0; edge.length > 0 && found.size < MOST; depth++) {
    const next: typeof edge = [];
    for (let at = 0; at < edge.length; at += AT_A_TIME) {
      const visited = await Promise.all(
        edge.slice(at, at + AT_A_TIME).map(({ path, from }) => visit(portal, path, from, depth)),
      );
      for (const page of visited) {
        found.set(page.path, page);
        if (page.path.startsWith("/search")) continue;
        for (const href of linksOf(page.type, page.body, portal.url + page.path)) {
          const path = href.slice(portal.url.length);
          if (known.has(path) || (path.startsWith(CARD) && cards++ >= CARDS_ASKED)) continue;
          next.push({ path, from: page.path });
          known.add(path);
        }
      }
    }
    edge = next;
  }
  return found;
}

test("from the front page, without script, every article is reached, every link answers, and nothing private is", async ({
  portal,
}) => {
  test.setTimeout(300_000);
  const sql = postgres(readFileSync(join(portal.dataDir, "postgres.url"), "utf8").trim(), { max: 1 });
  const marks = ["draft", "in_review", "scheduled", "withdrawn", "trashed"] as const;
  for (const [n, status] of marks.entries()) {
    await sql`insert into articles (id, slug, title, body_html, status, category_id, publish_at, withdrawn_reason, trashed_from)
      select gen_random_uuid(), ${`private-${status}`}, ${`不公开的稿件${n}`}, '<p>不公开的正文。</p>', ${status}, id,
        ${status === "scheduled" ? new Date(Date.now() + 86_400_000) : status === "withdrawn" ? new Date() : null},
        ${status === "withdrawn" ? "有误" : null}, ${status === "trashed" ? "draft" : null} from categories limit 1`;
  }
  const published = await sql<{ slug: string }[]>`select slug from articles where status = 'published'`;
  await sql.end();

  const found = await crawl(portal);
  const pages = [...found.values()];
  expect(pages.length).toBeLessThan(MOST);

  await test.step("every link answers 200, at its one address", async () => {
    // Whoever may enter is asked at the door.
    const isDoor = ({ path }: Found) => path === "/admin";
    // The public record names what was withdrawn, whose address says so.
    const isRecord = ({ status, from }: Found) => status === 410 && from.startsWith("/corrections");
    const faults = pages.filter((page) => page.status !== 200 && !isDoor(page) && !isRecord(page));
    expect(faults.map(({ path, status, from }) => `${path} answers ${status}, linked on ${from}`)).toEqual([]);
  });

  await test.step("every published article is reached", async () => {
    const missed = published.filter(({ slug }) => !found.has(`/articles/${encodeURIComponent(slug)}`));
    expect(missed.map(({ slug }) => slug)).toEqual([]);
    const depths = published.map(({ slug }) => found.get(`/articles/${encodeURIComponent(slug)}`)!.depth);
    console.log(`${pages.length} addresses; articles at most ${Math.max(...depths)} links from the front page`);
  });

  await test.step("nothing private is", async () => {
    const shown = pages.filter(({ body }) => body.includes("不公开的正文"));
    expect(shown.map(({ path }) => path)).toEqual([]);
    const named = pages.filter(({ body, path }) => /不公开的稿件[0124]/.test(body) && !path.startsWith("/corrections"));
    expect(named.map(({ path }) => path)).toEqual([]);
    const inside = pages.filter(({ path }) => /^\/(?:admin\/|preview|setup|access|api\/(?:admin|auth))/.test(path));
    expect(inside.map(({ path, from }) => `${path} on ${from}`)).toEqual([]);
    const mail = pages.filter(({ body }) => /[\w.+-]+@[\w-]+\.(?:com|cn|org)\b/.test(body));
    expect(mail.map(({ path }) => path)).toEqual([]);
    const queries = pages.filter(({ path }) => path.includes("?") && !WITH_QUERY.test(path));
    expect(queries.map(({ path, from }) => `${path} on ${from}`)).toEqual([]);
  });
});
