import { defineConfig } from "@playwright/test";

const chromiumFlags = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"].concat(
  "--disable-component-update",
  "--disable-sync",
);

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/build.ts",
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: chromiumFlags },
  },
});
