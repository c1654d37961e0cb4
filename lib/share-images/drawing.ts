import { createHash } from "node:crypto";
import { longTime } from "@/lib/dates";
import { sessionAt } from "@/lib/markets/sessions";
import { marketOf } from "@/lib/securities/markets";
import type { Site } from "@/lib/settings/defaults";
import { type ShareKind, shareImagePath } from "./address";

/** What a share image says: plain words, from which the picture and the version in its address follow. */
export type Drawing = {
  site: { name: string; tagline: string; accent: string };
  /** Above the headline. */
  kicker: string;
  /** A flash's level, where it is more than an ordinary one. */
  mark?: { words: string; isTop: boolean };
  headline: string;
  /** Whether the headline is a name, set large, or a sentence. */
  isName: boolean;
  /** Below a name. */
  note: string;
  /** At the foot. */
  stamp?: string;
  foot: string;
};

/** The size that all of them have. */
export const SHARE_SIZE = { width: 1200, height: 630 };

/** A share image as a page names it. */
export type ShareImage = { path: string; alt: string };

/** Advances when the pictures are laid out anew, so that nobody shows the old ones. */
const LAYOUT = 1;

/** Follows from all that is drawn: whatever changes, the address changes with it. */
export const versionOf = (drawing: Drawing) =>
  createHash("sha256")
    .update(JSON.stringify([LAYOUT, drawing]))
    .digest("hex")
    .slice(0, 12);

const siteOf = ({ name, tagline, accentDay }: Site) => ({ name, tagline, accent: accentDay });

const MARKS: Record<number, Drawing["mark"]> = {
  2: { words: "重要", isTop: false },
  3: { words: "特别重要", isTop: true },
};

type OfArticle = {
  kind: "story" | "flash";
  level: number;
  title: string;
  categoryName: string;
  publishAt: Date | string;
};

export const drawArticle = (article: OfArticle, site: Site): Drawing => ({
  site: siteOf(site),
  kicker: article.kind === "flash" ? `7×24 快讯　${article.categoryName}` : article.categoryName,
  mark: article.kind === "flash" ? MARKS[article.level] : undefined,
  ...{ headline: article.title, isName: false, note: "" },
  stamp: sessionAt(article.publishAt) ?? undefined,
  foot: `北京时间 ${longTime(article.publishAt)}`,
});

export const drawOutlet = (outlet: { name: string; description: string }, site: Site): Drawing => ({
  ...{ site: siteOf(site), kicker: "媒体", headline: outlet.name, isName: true },
  note: outlet.description,
  foot: "全部报道，按时间排列，永久存档",
});

export const drawTag = (tag: { name: string; description: string }, site: Site): Drawing => ({
  ...{ site: siteOf(site), kicker: "标签", headline: tag.name, isName: true },
  note: tag.description,
  foot: "带有这个标签的全部报道与快讯",
});

const SECURITIES = { index: "指数", fund: "基金", sector: "板块", stock: "个股" };
type OfStock = { symbol: string; name: string; kind: keyof typeof SECURITIES; fullName: string };

export const drawStock = ({ symbol, name, kind, fullName }: OfStock, site: Site): Drawing => ({
  ...{ site: siteOf(site), kicker: SECURITIES[kind], headline: name, isName: true },
  note: [symbol, marketOf(symbol)?.exchange, fullName !== name && fullName].filter(Boolean).join("，"),
  foot: "提到它的全部报道与快讯，一直到最早的一篇",
});

/** Of the home page and of every page without a picture of its own. */
export const drawSite = (site: Site): Drawing => ({
  ...{ site: siteOf(site), kicker: "", headline: site.name, isName: true },
  note: site.tagline,
  foot: "",
});

/** The id of the one picture that is of no row. */
export const SITE_ID = "home";

/** What the picture says, in words, and where it is. */
export function shareImage(kind: ShareKind, id: string, drawing: Drawing): ShareImage {
  const { headline, kicker, site } = drawing;
  const alt = kind === "site" ? [site.name, site.tagline].filter(Boolean).join("：") : `${kicker}：${headline}`;
  return { path: shareImagePath(kind, id, versionOf(drawing)), alt };
}
