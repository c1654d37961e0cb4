import type { Metadata, Viewport } from "next";
import { env } from "@/lib/env";
import { islandPath } from "@/lib/islands";
import "./globals.css";

export const metadata: Metadata = {
  metadataBase: new URL(env().siteUrl),
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafbfa" },
    { media: "(prefers-color-scheme: dark)", color: "#121516" },
  ],
};

export default function RootLayout({ children }: { children: React.ReactNode }) {
  const appearance = islandPath("appearance");
  return (
    // What the reader chose is set on this element before React sees it.
    <html lang="zh-CN" suppressHydrationWarning>
      {/* Neither deferred nor a module: what is chosen must hold before anything is drawn. */}
      <head>{appearance && <script src={appearance} />}</head>
      <body>{children}</body>
    </html>
  );
}
