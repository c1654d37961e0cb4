import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import { type PageKind, sentWith } from "./lib/indexing/policy";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const indexing = (kind: PageKind) => Object.entries(sentWith(kind).headers).map(([key, value]) => ({ key, value }));
/** Paths of lists that have feeds: see lib/feeds/sources.ts. */
const FEED_LISTS = [
  ...["", "/all", "/live", "/live/important", "/live/level/3", "/corrections", "/search"],
  ...["/category/:slug", "/tag/:slug", "/stock/:symbol"],
];
const FEED_FILE = ":file(feed\\.xml|rss\\.xml|atom\\.xml|feed\\.json)";

const config: NextConfig = {
  // Metadata stands in the head for everyone: reader pages have no script that could move it there.
  htmlLimitedBots: /.*/,
  // `npm test` checks types, once and for everything; a start should not do it again.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  compress: false,
  serverExternalPackages: ["postgres", "pino", "@node-rs/argon2", "@node-rs/jieba"],
  // A text of a million Chinese characters and what was pasted into it.
  experimental: { serverActions: { bodySizeLimit: "8mb" } },
  turbopack: { root: at("./") },
  // One route for all feeds; it reads the address that was asked for.
  rewrites: async () =>
    FEED_LISTS.flatMap((list) => [`${list}/${FEED_FILE}`, `${list}/${FEED_FILE}/before/:cursor`]).map((source) => ({
      source,
      destination: "/api/feeds",
    })),
  headers: async () => [
    {
      source: "/:section(admin|sign-in|setup|access)/:path*",
      headers: [
        ...indexing("desk"),
        { key: "X-Frame-Options", value: "DENY" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
      ],
    },
    { source: "/api/:path*", headers: indexing("data") },
    {
      // The address is the secret: it must reach no index, no other site's log and no cache.
      source: "/:section(preview|reports)/:path*",
      headers: [
        ...indexing("secret"),
        { key: "X-Frame-Options", value: "SAMEORIGIN" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "private, no-store" },
      ],
    },
  ],
};

export default config;
