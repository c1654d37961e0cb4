import { v5 as uuidv5 } from "uuid";
import { address, linksOf } from "./links";
import type { Feed, FeedItem, GoneItem } from "./types";
import { element, textElement } from "./xml";

const NAMESPACES = {
  xmlns: "http://www.w3.org/2005/Atom",
  "xmlns:at": "http://purl.org/atompub/tombstones/1.0",
  "xmlns:fh": "http://purl.org/syndication/history/1.0",
};

const OTHERS = "2f0c7a52-5d0b-5c8e-9d7c-6f1a4f6e8b11";

/** Atom wants an IRI: of an article its own id, of anything else one that is made from what it is called. */
export function entryIri(id: string): string {
  const [kind, rest] = id.split(":");
  return `urn:uuid:${kind === "article" ? rest : uuidv5(id, OTHERS)}`;
}

function writeEntry(feed: Feed, item: FeedItem): string {
  const { id, title, path, publishedAt, updatedAt, summary, html, outlet, topics, picture } = item;
  const parts = [
    textElement("id", entryIri(id)),
    textElement("title", title),
    element("link", { rel: "alternate", type: "text/html", href: address(feed, path) }),
    textElement("published", publishedAt),
    textElement("updated", updatedAt),
    outlet && element("author", {}, textElement("name", outlet)),
    ...topics.map(({ scheme, term, label }) => element("category", { term, label, scheme: address(feed, scheme) })),
    textElement("summary", summary),
    html && textElement("content", html, { type: "html" }),
    picture &&
      element("link", {
        rel: "enclosure",
        href: address(feed, picture.path),
        type: picture.type,
        length: picture.length,
      }),
  ];
  return element("entry", {}, parts.filter(Boolean).join(""));
}

const writeTombstone = ({ id, at, reason }: GoneItem) =>
  element("at:deleted-entry", { ref: entryIri(id), when: at }, textElement("at:comment", reason));

/** Atom 1.0 with tombstones (RFC 6721) of what was taken back. */
export function writeAtom(feed: Feed): string {
  const head = [
    textElement("id", address(feed, feed.currentPath ?? feed.selfPath)),
    textElement("title", feed.title),
    textElement("subtitle", feed.description),
    textElement("updated", feed.updatedAt),
    element("author", {}, textElement("name", feed.siteName) + textElement("uri", address(feed, "/"))),
    element("link", { rel: "alternate", type: "text/html", href: address(feed, feed.path) }),
    ...linksOf(feed, "atom").map((link) => element("link", link)),
    feed.isArchive && element("fh:archive", {}),
  ];
  const lines = [
    ...head.filter(Boolean),
    ...feed.gone.map(writeTombstone),
    ...feed.items.map((item) => writeEntry(feed, item)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("feed", { ...NAMESPACES, "xml:lang": "zh-CN" }, `\n${lines.join("\n")}\n`)}\n`;
}
