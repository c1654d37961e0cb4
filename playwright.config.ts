import { defineConfig } from "@playwright/test";

/**
 * What Playwright turns off by itself (1.65.1; a second switch of this name replaces the first) and, last, the address bar's
 * pages: a Chromium with all its parts loads two of them for each window, which took half of a journey's CPU time.
 */
const withoutFeatures = [
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"],
  ...["HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"],
  ...["AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"],
  ...["AimEnabled", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"],
];
const chromiumFlags = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"].concat(
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${withoutFeatures.join()}`,
);

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/build.ts",
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // Actions and requests: a film of every page took as much of the processor as the page.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: chromiumFlags },
  },
});
