import type { FeedChannel, FeedItem } from "./types";

const escapeXml = (text: string) =>
  text
    // Characters that XML 1.0 cannot hold at all.
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** RSS 2.0; an outlet stands as the item's creator. */
export function writeRss(channel: FeedChannel, items: FeedItem[]): string {
  const at = (path: string) => escapeXml(`${channel.siteUrl}${path}`);
  const written = items.map(({ id, title, path, at: time, text, outlet }) => {
    const creator = outlet ? `<dc:creator>${escapeXml(outlet)}</dc:creator>` : "";
    return `<item><title>${escapeXml(title)}</title><link>${at(path)}</link><guid isPermaLink="false">${escapeXml(id)}</guid><pubDate>${new Date(time).toUTCString()}</pubDate>${creator}<description>${escapeXml(text)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${escapeXml(channel.title)}</title><link>${at(channel.path)}</link><description>${escapeXml(channel.description)}</description><language>zh-CN</language><atom:link href="${at(channel.feedPath)}" rel="self" type="application/rss+xml"/>
${written.join("\n")}
</channel></rss>
`;
}
