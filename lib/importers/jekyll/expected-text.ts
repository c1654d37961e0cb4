import { PICTURE_LINK_TEXT } from "./images";

const squeeze = (text: string) => text.replace(/\s+/g, "");
const decodeEntities = (text: string) =>
  text.replace(
    /&(lt|gt|nbsp|quot|amp);/g,
    (_, name: string) => ({ lt: "<", gt: ">", nbsp: " ", quot: '"', amp: "&" })[name]!,
  );

/** What a reader of the file should see, found with plain string work: no parser and nothing of the importer's. */
export function expectedText(raw: string): string {
  let body = raw.replace(/^\s*---\n[\s\S]*?\n---\n/, "");
  body = body.replace(/^\[返回.*$/gm, "").replace(/^<(?:https?:\/\/[^>]*)?>\s*$/gm, "");
  if (body.includes("<p")) body = body.replace(/^> .*$/m, "");
  body = body.replace(/<p style="display:none[^>]*>.*?<\/p>/g, "").replace(/<!--.*?-->/g, "");
  const text = squeeze(decodeEntities(body.replace(/<[^>]*>/g, "")));
  return text.replace(/（文章来源：[^）]*）$/, "");
}

/** What a reader of an article sees, links that stand for pictures left out. */
export const shownText = (html: string) =>
  squeeze(
    decodeEntities(
      html
        .replace(/<p><a [^>]*>([^<]*)<\/a><\/p>/g, (all, label: string) =>
          label.startsWith(PICTURE_LINK_TEXT) ? "" : all,
        )
        .replace(/<[^>]*>/g, ""),
    ),
  );
