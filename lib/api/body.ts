const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
const plain = (text: string) =>
  text.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!);

const FIGURE = /<figure>(<img [^>]*>)(?:<figcaption>([\s\S]*?)<\/figcaption>)?<\/figure>|<img [^>]*>/g;
const attribute = (img: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(img)?.[1];
const size = (img: string, name: string) => Number(attribute(img, name) ?? 0) || null;

/** The pictures of a stored body, in their order. `caption` with the credit as it stands below the picture. */
export const picturesOf = (html: string, siteUrl: string) =>
  [...html.matchAll(FIGURE)].map(([whole, inFigure, caption = ""]) => {
    const img = inFigure ?? whole;
    return {
      uri: siteUrl + plain(attribute(img, "src") ?? ""),
      width: size(img, "width"),
      height: size(img, "height"),
      alt: plain(attribute(img, "alt") ?? ""),
      caption: plain(caption),
    };
  });

/**
 * A stored body as an XHTML fragment that stands anywhere: addresses of ours are whole. Works on strings because the
 * stored grammar is known: attributes are quoted, three elements have no end tag.
 */
export const toXhtml = (html: string, siteUrl: string) =>
  html.replace(/<(img|br|hr)\b([^>]*)>/g, "<$1$2/>").replace(/ (src|href)="\/(?!\/)/g, ` $1="${siteUrl}/`);
