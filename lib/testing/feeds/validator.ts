import { validateXML } from "xmllint-wasm";
import { FEED_TYPES, type FeedFormat } from "@/lib/feeds/types";

/** Faults that a strict XML parser finds; none: well-formed. */
export async function malformed(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: "feed.xml", contents: xml }],
    normalization: "c14n",
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}

const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/;
const ADDRESS = /^https?:\/\/[^\s/]+\/[\x21-\x7e]*$/;
const URN = /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const all = (text: string, element: string) =>
  [...text.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, "g"))].map(([, inner]) => inner!);
const attributes = (text: string, element: string, name: string) =>
  [...text.matchAll(new RegExp(`<${element} ([^>]*)>`, "g"))].map(
    ([, inside]) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(inside!)?.[1],
  );
const repeated = (values: string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const unescaped = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

/** References in a text that mean nothing outside of the site. */
const relative = (html: string) =>
  [...html.matchAll(/ (?:src|href|srcset)="([^"]*)"/g)]
    .map(([, to]) => to!)
    .filter((to) => !/^(?:https?:|mailto:)/.test(to));

type Rule = [says: string, faults: string[]];

function rssRules(xml: string): Rule[] {
  const [head = "", ...items] = xml.split("<item>");
  const each = (element: string) => items.filter((item) => all(item, element).length !== 1);
  return [
    [
      "a channel has a title, link and description",
      ["title", "link", "description"].filter((e) => all(head, e)[0] === undefined),
    ],
    ["its language is a code", all(head, "language").filter((code) => code !== "zh-CN")],
    [
      "an item has one title, link, guid, date and description",
      ["title", "link", "guid", "pubDate", "description"].flatMap(each),
    ],
    [
      "dates are RFC 822 with a year of four digits",
      [...all(xml, "pubDate"), ...all(xml, "lastBuildDate")].filter((d) => !RFC_822.test(d)),
    ],
    [
      "addresses are whole",
      [...all(xml, "link"), ...attributes(xml, "atom:link", "href").map(String)].filter(
        (a) => !ADDRESS.test(unescaped(a)),
      ),
    ],
    ["ids are there once", repeated(all(xml, "guid"))],
    [
      "a guid that is no address says so",
      attributes(xml, "guid", "isPermaLink")
        .map(String)
        .filter((v) => v !== "false"),
    ],
    ["no author that is no mail address", all(xml, "author")],
    [
      "an enclosure has address, length and type",
      ["url", "length", "type"].flatMap((name) =>
        attributes(xml, "enclosure", name)
          .filter((v) => !v)
          .map(() => name),
      ),
    ],
    ["texts refer to nothing relative", all(xml, "content:encoded").flatMap((html) => relative(unescaped(html)))],
  ];
}

function atomRules(xml: string): Rule[] {
  const [head = "", ...entries] = xml.split("<entry>");
  const each = (element: string) => entries.filter((entry) => all(entry, element).length !== 1);
  return [
    ["a feed has an id, a title and a time", ["id", "title", "updated"].filter((e) => all(head, e).length !== 1)],
    ["its language is a code", /xml:lang="zh-CN"/.test(head) ? [] : ["none"]],
    ["an entry has one id, title, times and summary", ["id", "title", "published", "updated", "summary"].flatMap(each)],
    [
      "dates are RFC 3339",
      [
        ...all(xml, "updated"),
        ...all(xml, "published"),
        ...attributes(xml, "at:deleted-entry", "when").map(String),
      ].filter((d) => !RFC_3339.test(d)),
    ],
    [
      "ids are URNs",
      [...entries.flatMap((e) => all(e, "id")), ...attributes(xml, "at:deleted-entry", "ref").map(String)].filter(
        (id) => !URN.test(id),
      ),
    ],
    ["ids are there once", repeated(all(xml, "id"))],
    [
      "addresses are whole",
      attributes(xml, "link", "href")
        .map(String)
        .filter((a) => !ADDRESS.test(unescaped(a))),
    ],
    [
      "an entry has one page",
      entries.filter((e) => attributes(e, "link", "rel").filter((r) => r === "alternate").length !== 1),
    ],
    ["there is one author at least", /<author><name>[^<]+<\/name>/.test(head) ? [] : ["none"]],
    ["texts refer to nothing relative", all(xml, "content").flatMap((html) => relative(unescaped(html)))],
  ];
}

function jsonRules(text: string): Rule[] {
  const feed = JSON.parse(text);
  const items: Record<string, string>[] = feed.items;
  return [
    [
      "its version is the standard's address",
      feed.version === "https://jsonfeed.org/version/1.1" ? [] : [feed.version],
    ],
    ["a feed has a title and a list", feed.title && Array.isArray(items) ? [] : ["none"]],
    [
      "addresses are whole",
      [feed.home_page_url, feed.feed_url, ...items.map(({ url }) => url!)].filter((a) => !ADDRESS.test(a)),
    ],
    ["ids are there once", repeated(items.map(({ id }) => id!))],
    ["an item has a text", items.filter((i) => !i.content_html && !i.content_text).map(({ id }) => id!)],
    [
      "dates are RFC 3339",
      items
        .flatMap((i) => [i.date_published, i.date_modified ?? i.date_published])
        .map(String)
        .filter((d) => !RFC_3339.test(d)),
    ],
    ["texts refer to nothing relative", items.flatMap((i) => relative(i.content_html ?? ""))],
  ];
}

/** What a document breaks of the rules that feed validators check; none: valid. */
export async function faultsOf(format: FeedFormat, text: string, selfAddress: string): Promise<string[]> {
  const rules = { rss: rssRules, atom: atomRules, json: jsonRules }[format](text);
  const self =
    format === "json"
      ? JSON.parse(text).feed_url
      : unescaped(/<(?:atom:)?link rel="self" href="([^"]*)"/.exec(text)?.[1] ?? "");
  const typed =
    format === "json" ||
    text.includes(`rel="self" href="${text.match(/rel="self" href="([^"]*)"/)?.[1]}" type="${FEED_TYPES[format]}"`);
  return [
    ...(format === "json" ? [] : await malformed(text)),
    ...rules.flatMap(([says, faults]) => faults.map((fault) => `${says}: ${fault.slice(0, 200)}`)),
    ...(self === selfAddress ? [] : [`its own address is ${selfAddress}: ${self}`]),
    ...(typed ? [] : ["its own link has its type"]),
  ];
}
