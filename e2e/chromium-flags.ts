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

/** How every test starts the browser: as root, without asking its maker for anything. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
].concat(
  "--disable-component-update",
  "--disable-gpu",
  "--disable-sync",
  `--disable-features=${withoutFeatures.join()}`,
);
