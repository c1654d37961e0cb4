import { PICTURE_LINK_TEXT } from "@/lib/importers/jekyll/images";
import { bodyImage } from "@/lib/media/addresses";

/** The paragraph that the importer puts in the place of a foreign picture, as the sanitiser writes it. */
const LINK = new RegExp(
  `<p><a href="(https?://[^"]+)" rel="external nofollow noopener">${PICTURE_LINK_TEXT}(?:（([^<]*)）)?</a></p>`,
  "g",
);
const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const decode = (text: string) => text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]!);

export type PictureLink = { url: string; caption: string };

/** Links to foreign pictures in a stored body, each address once. */
export function pictureLinks(html: string): PictureLink[] {
  const found = new Map<string, PictureLink>();
  for (const [, href = "", caption = ""] of html.matchAll(LINK)) {
    const url = decode(href);
    if (!found.has(url)) found.set(url, { url, caption: decode(caption) });
  }
  return [...found.values()];
}

type Picture = { id: string; generation: number; width: number; height: number };

/** The body with each link whose picture is there replaced by that picture; what the link said stays to be read. */
export function withFigures(html: string, pictures: Map<string, Picture>): string {
  return html.replace(LINK, (link: string, href: string, caption = "") => {
    const picture = pictures.get(decode(href));
    if (!picture) return link;
    const { src, width, height } = bodyImage({ ...picture, alt: "" });
    // Both stand escaped already, and quotes too where they stood in a text: a quote is escaped for the attribute.
    const alt = caption.replace(/"/g, "&quot;");
    const below = caption && `<figcaption>${caption}</figcaption>`;
    return `<figure><img src="${src}" alt="${alt}" width="${width}" height="${height}">${below}</figure>`;
  });
}
