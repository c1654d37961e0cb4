import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { followInvalidations } from "@/lib/cache/invalidation";
import { forgetValues } from "@/lib/cache/kept-value";
import { PageStore, registerStore } from "@/lib/cache/page-store";
import { tag } from "@/lib/cache/tags";
import { connect } from "@/lib/db/client";
import { databaseUrl } from "@/lib/db/url";
import { env } from "@/lib/env";
import { LiveHub } from "@/lib/live/hub";
import { log } from "@/lib/log";
import { findWays as lookForWays } from "@/lib/redirects/way-queries";
import { isWorthKnowing } from "@/lib/stats/missing";
import { projectRoot } from "../cli/root";
import { DueTimes } from "./due";
import { DatabaseHealth } from "./health";
import { KeyFile } from "./key-file";
import { LiveDoor } from "./live";
import type { FindWays } from "./miss";
import { startNext } from "./next-app";
import { createPageServer } from "./page-server";
import { SitemapDoor } from "./sitemaps";
import { StaticAssets } from "./static-assets";
import { ViewCounter } from "./view-counter";

/** Next leaves the page of `notFound()` to a script, so the one that the build rendered is sent. */
function builtNotFound(root: string) {
  let html: string | undefined;
  return () => {
    html ??= readFileSync(join(root, ".next/server/app/_not-found.html"), "utf8");
    return html;
  };
}

/** Starts Next, the page cache and the server that listens. The build and the database must be ready. */
export async function startWeb({ port, host }: { port: number; host: string }) {
  const settings = env();
  const database = connect(databaseUrl(), { max: 2, name: "finews-pages" });
  const hub = new LiveHub(database.db);
  const store = new PageStore({
    maxBytes: settings.PAGE_CACHE_MB * 1024 * 1024,
    notFoundHtml: builtNotFound(projectRoot),
    isTimed: settings.SERVER_TIMING === "on",
    onExpire: (tags) => {
      forgetValues(tags);
      // The announcement that makes the list of flashes stale is the one that open pages wait for.
      if (!tags || tags.includes(tag.live)) void hub.look();
    },
    onFault: (key, error) => log.error({ key, error: String(error) }, "a page is not complete; Next's own is sent"),
  });
  registerStore(store);
  await hub.start();
  const due = new DueTimes(database.db, store);
  const unfollow = await followInvalidations(database, store, () => void due.look());
  await due.settle();
  const next = await startNext(projectRoot, { port, host, notesOf: (key) => store.notesOf(key) });
  const { siteUrl, TRUSTED_PROXIES: trustedProxies } = settings;
  const assets = new StaticAssets(projectRoot);
  const views = new ViewCounter(database.db);
  const live = new LiveDoor(hub, { most: settings.LIVE_CLIENTS });
  // Connections of their own: a hundred crawlers must not keep announcements waiting.
  const forSitemaps = connect(databaseUrl(), { max: 2, name: "finews-sitemaps" });
  const sitemaps = new SitemapDoor(forSitemaps.db, siteUrl);
  const health = new DatabaseHealth(database.db);
  const findWays: FindWays = async (path) =>
    isWorthKnowing(path) ? lookForWays(database.db, path) : { to: [], tags: [] };
  const isTimed = settings.SERVER_TIMING === "on";
  const keyFile = new KeyFile(settings.INDEXNOW_KEY);
  const server = createPageServer({
    ...{ next, store, assets, due, views, live, keyFile, sitemaps, health, findWays, isTimed, siteUrl, trustedProxies },
  });
  await new Promise<void>((done, fail) => server.once("error", fail).listen(port, host, done));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      live.close();
      hub.close();
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3000).unref();
      await closed;
      await views.close();
      await next.close();
      await unfollow();
      await forSitemaps.close();
      await database.close();
      registerStore(undefined);
    },
  };
}
