import { treeToHtml } from "@/lib/content/flow";
import { shorten } from "@/lib/content/summary";
import { visibleText } from "@/lib/content/text";
import { parseHtml } from "@/lib/content/tree";
import { parseBeijing } from "@/lib/dates";
import { arrangeBlocks } from "./arrange";
import { outletInTail, takeAttribution } from "./attribution";
import { type BodyParts, splitBody, textToHtml } from "./body";
import { type FileName, readFileName } from "./file-name";
import { splitFrontMatter } from "./front-matter";
import { oldPostPath, oldStoredPath } from "./old-address";
import { outletFault, outletName } from "./outlet";
import { cleanProviderMarkup } from "./provider-markup";
import type { MentionedSecurity, RefusedLink } from "./symbols";

/** What one file says, before it is merged with the other files of its story. */
export type MappedPost = {
  name: FileName;
  title: string;
  /** No title stood in the file; it was made from the text. */
  titleIsDerived: boolean;
  /** Milliseconds; from the name or the ID when the file has no date of its own. */
  publishAt: number;
  dateIsDerived: boolean;
  hasZone: boolean;
  /** Categories as they were written, and the outlet that the tag names. */
  categories: string;
  outlet: string;
  digest: string;
  bodyHtml: string;
  /** Nothing but a digest: becomes a flash. */
  isDigestOnly: boolean;
  mentions: MentionedSecurity[];
  refused: RefusedLink[];
  keywords: string[];
  sourceName: string;
  originalUrl: string;
  footerForm: number;
  oldPaths: string[];
};

const MAX_TITLE = 500;
const MAX_KEYWORD = 40;

export type MapResult = { ok: true; post: MappedPost } | { ok: false; reason: string };

const refuse = (reason: string): MapResult => ({ ok: false, reason });

/** The day that a name or an ID carries, at midnight in Beijing. */
function dayOf({ day, id }: FileName): Date | null {
  const text = day || (id && `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6, 8)}`);
  return text ? parseBeijing(`${text} 00:00:00`) : null;
}

/** The provider's page; the address of the old author's dead proxy is turned into the provider's. */
function originalUrl(link: string, id: string): string {
  const code = /infoCode=(?:NW)?(\d{18})/.exec(link)?.[1];
  if (code) return `https://finance.eastmoney.com/a/${code}.html`;
  return link.startsWith("//") ? `https:${link}` : link || (id ? `https://finance.eastmoney.com/a/${id}.html` : "");
}

const firstSentence = (text: string) =>
  shorten(/^[^\n]*?[。！？]/.exec(text)?.[0].slice(0, -1) ?? text.split("\n")[0]!, 60);

function readBody(parts: BodyParts, title: string, isProvider: boolean) {
  // One revision of the old program wrote the title and the digest in the place of the body.
  const [first = "", ...others] = parts.text.split("\n");
  const repeatsTitle = title !== "" && first.trim() === title && others.length > 0;
  const text = repeatsTitle ? others.join("\n").trim() : parts.text;
  const isDigestOnly = isProvider && parts.html === "";
  const digestText = text || (parts.html ? "" : parts.digest);
  const tree = parseHtml(parts.html || textToHtml(digestText, isDigestOnly ? "<br>" : undefined));
  const { mentions, refused } = cleanProviderMarkup(tree);
  if (parts.html) arrangeBlocks(tree);
  const body = takeAttribution(treeToHtml(tree));
  const digest = parts.digest && visibleText(treeToHtml(parseHtml(textToHtml(parts.digest))));
  return { bodyHtml: body.html, sourceName: body.sourceName, mentions, refused, digest, isDigestOnly };
}

/** Maps a file's text. Pure; never throws for what a file holds. */
export function mapPost(path: string, text: string): MapResult {
  const name = readFileName(path);
  const { front, body } = splitFrontMatter(text);
  if (!front) return refuse("没有文件头（front matter）");
  const ownDate = parseBeijing(/^\d{4}-\d{2}-\d{2}$/.test(front.date) ? `${front.date} 00:00:00` : front.date);
  if (!ownDate && !/^(?:[+-]\d{4})?$/.test(front.date)) return refuse(`日期无法读取：${front.date.slice(0, 40)}`);
  const publishAt = ownDate ?? dayOf(name);
  if (!publishAt) return refuse("没有日期，不是文章");
  if (/^\.*$/.test(name.slug)) return refuse("文件名里没有文章的地址");
  if (front.title.length > MAX_TITLE) return refuse("标题过长");

  const parts = splitBody(body);
  const outlet = outletName(front.tags || parts.footerOutlet);
  const fault = outletFault({ categories: front.categories, outlet });
  if (fault) return refuse(fault);
  const content = readBody(parts, front.title, name.id !== "");
  const bodyText = visibleText(content.bodyHtml);
  if (bodyText === "" && content.digest === "" && !content.bodyHtml.includes("<img")) return refuse("没有正文");
  const title = front.title || firstSentence(content.digest || bodyText);
  const published = name.day !== "";
  return {
    ok: true,
    post: {
      name,
      title,
      titleIsDerived: front.title === "",
      publishAt: publishAt.getTime(),
      dateIsDerived: !ownDate,
      hasZone: /[+-]\d{2}:?\d{2}$/.test(front.date),
      categories: front.categories,
      outlet,
      digest: content.isDigestOnly ? "" : content.digest,
      bodyHtml: content.bodyHtml,
      isDigestOnly: content.isDigestOnly,
      mentions: content.mentions,
      refused: content.refused,
      keywords: front.keywords.filter((word) => word.length <= MAX_KEYWORD),
      sourceName: content.sourceName || outletInTail(content.isDigestOnly ? bodyText : content.digest),
      originalUrl: originalUrl(parts.sourceLink, name.id),
      footerForm: parts.footerForm,
      oldPaths: [...(published ? [oldPostPath(front.categories, publishAt, name.slug)] : []), oldStoredPath(path)],
    },
  };
}
