import type { Metadata, Viewport } from "next";
import { env } from "@/lib/env";
import { HEAD_SCRIPT } from "@/lib/head-script";

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
  return (
    // What the reader chose is set on this element before React sees it.
    <html lang="zh-CN" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: HEAD_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
