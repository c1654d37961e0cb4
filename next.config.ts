import { resolve } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  // The page server takes Next's rendered pages from this handler; `npm run tools` bundles it.
  cacheHandler: resolve(import.meta.dirname, ".build/page-handler.js"),
  cacheMaxMemorySize: 0,
  // Metadata stands in the head of every page, for every visitor: a cached page has one form.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ["@node-rs/jieba", "@node-rs/argon2", "postgres", "pino"],
  // Types are checked by `npm test`; a server that starts should not wait for them.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  compress: false,
  reactStrictMode: true,
};

export default config;
