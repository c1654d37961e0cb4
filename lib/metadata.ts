import "server-only";
import type { Metadata } from "next";
import { excerpt } from "@/lib/excerpt";
import { indexAs } from "@/lib/indexing/index-as";
import type { OutletPolicy, PageKind } from "@/lib/indexing/policy";
import type { Site } from "@/lib/settings/defaults";
import { loadSite } from "@/lib/settings/loaders";
import { drawSite, SHARE_SIZE, type ShareImage, SITE_ID, shareImage } from "@/lib/share-images/drawing";

/** Characters that search engines and tabs show of a title, the site's name among them. */
const TITLE_LENGTH = 60;

type Page = {
  /** What it is to indexes, and what the outlet allows whose it is. */
  as: PageKind;
  outlet?: OutletPolicy;
  /** The home page has none but the site's. */
  title?: string;
  description: string;
  /** Its own address, without a query. */
  path: string;
  /** What other sites show beside a link to it; the site's picture unless told. */
  image?: ShareImage;
  /** Of an article. */
  published?: { at: string; changedAt: string; by: string; section: string };
  /** Where it can be subscribed to. */
  types?: NonNullable<Metadata["alternates"]>["types"];
};

/** The site's name, and what it stands for. */
export const siteTitle = ({ name, tagline }: Site) => (tagline ? `${name}：${tagline}` : name);

/** What a page says of itself to search engines and to those who share it. Its host is the configured one. */
export async function pageMetadata(page: Page): Promise<Metadata> {
  const { title, description, path, image, published, types } = page;
  const indexing = indexAs(page.as, page.outlet);
  const site = await loadSite();
  const room = Math.max(TITLE_LENGTH - [...` - ${site.name}`].length, TITLE_LENGTH / 2);
  const { path: url, alt } = image ?? shareImage("site", SITE_ID, drawSite(site));
  const shared = { title: title ?? siteTitle(site), description, url: path, siteName: site.name, locale: "zh_CN" };
  const images = [{ url, alt, ...SHARE_SIZE, type: "image/png" }];
  return {
    ...indexing,
    ...(title !== undefined && { title: excerpt(title, room) }),
    description,
    alternates: { canonical: path, types },
    openGraph: published
      ? {
          ...{ type: "article", publishedTime: published.at, modifiedTime: published.changedAt },
          ...{ authors: [published.by], section: published.section, ...shared, images },
        }
      : { type: "website", ...shared, images },
    twitter: { card: "summary_large_image" },
  };
}
