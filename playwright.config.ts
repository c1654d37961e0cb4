import { defineConfig } from "@playwright/test";

const chromiumFlags = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"].concat(
  "--disable-component-update",
  "--disable-sync",
);

export default defineConfig({
  testDir: "e2e",
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  // On two shared cores a browser may stall for seconds. What fails twice is a fault; what fails once is reported as flaky.
  retries: 1,
  forbidOnly: true,
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: chromiumFlags },
  },
});
