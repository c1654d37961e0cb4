import type { Metadata } from "next";
import { siteTitle } from "@/lib/metadata";
import { loadSite } from "@/lib/settings/loaders";
import { manifestPath } from "@/lib/urls";
import "../styles/site.css";

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite();
  const { name } = site;
  const title = { default: siteTitle(site), template: `%s - ${name}` };
  const icons = { icon: "/icons/seal.svg", apple: "/icons/apple-touch-icon.png" };
  return {
    ...{ title, applicationName: name, manifest: manifestPath, icons },
    appleWebApp: { capable: true, title: name },
  };
}

/** Reader pages: cached whole, never reading the session. The frame is drawn by each page, which knows where it is. */
export default function SiteLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      <a className="skip" id="top" href="#main">
        跳到正文
      </a>
      {children}
    </>
  );
}
