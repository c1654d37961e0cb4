import { escapeAttribute } from "@/lib/content/grammar";
import type { Site } from "@/lib/settings/defaults";
import { categoryPath, embedPath } from "@/lib/urls";
import type { Embed } from "./find-embed";

/** What a card takes; narrow ones are higher, because the title runs on. */
const WIDTH = 600;
const NARROW = 480;
const HEIGHTS = { wide: 208, narrow: 232 };
/** How long who shows the card may keep what it is: the card itself is asked for each time it is shown. */
const CACHE_SECONDS = 3600;

type Box = { maxWidth?: number | undefined; maxHeight?: number | undefined };
type Around = { site: Pick<Site, "name">; siteUrl: string };

/** The frame that shows a story elsewhere. No script runs in it; a link in it may open a window of its own. */
export const embedFrame = (
  { slug, title }: Pick<Embed, "slug" | "title">,
  width: number,
  height: number,
  siteUrl: string,
) =>
  `<iframe src="${siteUrl}${embedPath(slug)}" title="${escapeAttribute(title)}" width="${width}" height="${height}" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox" style="border:0;max-width:100%"></iframe>`;

/** The answer to who asks how a story is shown elsewhere (oEmbed 1.0, type `rich`). */
export function oembedOf(embed: Embed, { maxWidth, maxHeight }: Box, { site, siteUrl }: Around) {
  const { title, outlet, picture } = embed;
  const width = Math.min(WIDTH, maxWidth ?? WIDTH);
  const height = Math.min(width < NARROW ? HEIGHTS.narrow : HEIGHTS.wide, maxHeight ?? Number.POSITIVE_INFINITY);
  const fits =
    picture && picture.width <= (maxWidth ?? picture.width) && picture.height <= (maxHeight ?? picture.height);
  return {
    ...{ version: "1.0", type: "rich", title, width, height, cache_age: CACHE_SECONDS },
    html: embedFrame(embed, width, height, siteUrl),
    ...{ author_name: outlet.name, author_url: siteUrl + categoryPath(outlet.slug) },
    ...{ provider_name: site.name, provider_url: siteUrl },
    ...(fits && {
      thumbnail_url: siteUrl + picture.path,
      thumbnail_width: picture.width,
      thumbnail_height: picture.height,
    }),
  };
}

/** Characters that XML 1.0 cannot hold at all. */
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** The same as XML, whose elements are called as the parts of the JSON are. */
export function oembedXml(answer: Record<string, string | number>): string {
  const parts = Object.entries(answer).map(
    ([name, value]) => `<${name}>${escapeAttribute(String(value).replace(FORBIDDEN, ""))}</${name}>`,
  );
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${parts.join("")}</oembed>\n`;
}
