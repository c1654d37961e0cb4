import { defineConfig } from "vitest/config";
export default defineConfig({ root: "/work/main", resolve: { alias: [{ find: /^@\//, replacement: "/work/main/" }, { find: "server-only", replacement: "/work/main/node_modules/server-only/empty.js" }] }, test: { env: { NODE_ENV: "test", LOG_LEVEL: "silent" } } });
