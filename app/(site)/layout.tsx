import type { Metadata } from "next";
import { loadSite } from "@/lib/settings/loaders";
import { manifestPath } from "@/lib/urls";
import "../styles/site/frame.css";
import "../styles/site/pieces.css";
import "../styles/site/front.css";
import "../styles/site/article.css";
import "../styles/site/lists.css";
import "../styles/site/most-read.css";
import "../styles/site/stock.css";
import "../styles/site/archive.css";
import "../styles/site/blank.css";
import "../styles/site/acts.css";
import "../styles/site/reading.css";

export async function generateMetadata(): Promise<Metadata> {
  const { name, tagline } = await loadSite();
  const title = { default: tagline ? `${name}：${tagline}` : name, template: `%s - ${name}` };
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
