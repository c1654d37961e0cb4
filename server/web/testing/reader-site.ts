import { type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PageStore } from "@/lib/cache/page-store";
import { answerPage } from "@/lib/cache/tag-page";
import type { Db } from "@/lib/db/client";
import { findWays } from "@/lib/redirects/way-queries";
import { onSocket } from "../next-app";
import { createPageServer } from "../page-server";

type Page = (props: { params: Promise<Record<string, unknown>> }) => Promise<{ type?: { name?: string } }>;

/** The pages that have addresses which come and go, as Next finds them. */
const ROUTES: [pattern: RegExp, file: string][] = [
  [/^\/articles\/(?<slug>[^/]+)$/, "articles/[slug]/page.tsx"],
  [/^\/articles\/(?<slug>[^/]+)\/history(?:\/(?<path>.+))?$/, "articles/[slug]/history/[[...path]]/page.tsx"],
  [/^\/articles\/(?<slug>[^/]+)\/report$/, "articles/[slug]/report/page.tsx"],
  [/^\/category(?:\/(?<path>.+))?$/, "category/[[...path]]/page.tsx"],
  [/^\/tag\/(?<path>.+)$/, "tag/[...path]/page.tsx"],
  [/^\/stock\/a-z\/(?<letter>[^/]+)$/, "stock/a-z/[letter]/page.tsx"],
  [/^\/stock\/(?<path>.+)$/, "stock/[...path]/page.tsx"],
  [/^\/archive(?:\/(?<path>.+))?$/, "archive/[[...path]]/page.tsx"],
  [/^\/live(?:\/(?<path>.+))?$/, "live/[[...path]]/page.tsx"],
  [/^\/corrections(?:\/(?<path>.+))?$/, "corrections/[[...path]]/page.tsx"],
  [/^\/(?<path>.*)$/, "[[...path]]/page.tsx"],
];

/** Runs the page of an address as far as it decides what is there; what it draws is not drawn. */
async function runPage(path: string): Promise<{ status: number; location?: string }> {
  const [pattern, file] = ROUTES.find(([candidate]) => candidate.test(path))!;
  const groups = pattern.exec(path)!.groups ?? {};
  const params = Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, name === "path" ? value?.split("/").filter(Boolean) : value]),
  );
  const { default: page } = (await import(pathToFileURL(join(process.cwd(), "app/(site)", file)).href)) as {
    default: Page;
  };
  try {
    const drawn = await page({ params: Promise.resolve(params) });
    if (drawn.type?.name === "Missing") answerPage(404);
    return { status: 200 };
  } catch (error) {
    const [, location] = /^NEXT_REDIRECT;\w+;(.*);308;/.exec((error as { digest?: string }).digest ?? "") ?? [];
    if (location === undefined) throw error;
    return { status: 308, location };
  }
}

async function answer(req: IncomingMessage, res: ServerResponse) {
  try {
    const { status, location } = await runPage((req.url ?? "/").replace(/\?.*$/, ""));
    const html = "<!DOCTYPE html><html><head></head><body></body></html>";
    res.writeHead(status, { "content-type": "text/html", ...(location && { location }) }).end(html);
  } catch (error) {
    res.writeHead(500).end(String((error as Error).stack));
  }
}

export type Visit = { status: number; to?: string };

/** The real page server before the real pages and their database, without Next between them. */
export async function openReaderSite(db: Db) {
  const store = new PageStore({ maxBytes: 64e6 });
  const { socketPath, close } = await onSocket(answer, (key) => store.notesOf(key));
  const server = createPageServer({
    next: { handle: answer, socketPath, close },
    store,
    findWays: (path) => findWays(db, path),
    siteUrl: "https://news.test",
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;

  /** One request, redirects not followed. */
  const visit = (path: string) =>
    new Promise<Visit>((resolve, reject) => {
      const outgoing = request({ port, host: "127.0.0.1", path }, (incoming) => {
        incoming.resume();
        const { statusCode = 0, headers } = incoming;
        incoming.once("end", () => resolve({ status: statusCode, to: headers.location }));
      });
      outgoing.once("error", reject).end();
    });

  return {
    store,
    visit,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await close();
    },
  };
}
