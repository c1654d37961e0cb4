import { parseFeed as parseWithRowan } from "@rowanmanning/feed-parser";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import RssParser from "rss-parser";
import type { FeedFormat } from "@/lib/feeds/types";

/** What a reader's program makes of a feed; dates in seconds since 1970, the form that all of them have. */
export type Read = { title: string; items: ReadItem[] };
export type ReadItem = { id: string; title: string; link: string; at: number; summary: string; outlet: string };

const seconds = (date: string | Date | null | undefined) => Math.floor(new Date(date ?? Number.NaN).getTime() / 1000);

async function withRssParser(text: string): Promise<Read> {
  const { title, items } = await new RssParser<object, { id?: string; author?: string; summary?: string }>({
    customFields: { item: ["description"] as never[] },
  }).parseString(text);
  return {
    title: title ?? "",
    items: items.map((item) => ({
      ...{ id: item.guid ?? item.id ?? "", title: item.title ?? "", link: item.link ?? "" },
      // Of an Atom entry it takes the time of its last change where none says when it was published.
      at: seconds(item.pubDate ?? item.isoDate),
      summary: item.summary ?? (item as { description?: string }).description ?? "",
      outlet: item.creator ?? item.author ?? "",
    })),
  };
}

function withRowan(text: string): Read {
  const { title, items } = parseWithRowan(text);
  return {
    title: title ?? "",
    items: items.map((item) => ({
      ...{ id: item.id ?? "", title: item.title ?? "", link: item.url ?? "", at: seconds(item.published) },
      ...{ summary: item.description ?? "", outlet: item.authors[0]?.name ?? "" },
    })),
  };
}

function withFeedsmith(text: string): Read {
  const parsed = parseWithFeedsmith(text);
  if (parsed.format === "rss") {
    const { title = "", items = [] } = parsed.feed;
    return {
      title,
      items: items.map((item) => ({
        ...{ id: item.guid?.value ?? "", title: item.title ?? "", link: item.link ?? "", at: seconds(item.pubDate) },
        ...{ summary: item.description ?? "", outlet: item.dc?.creators?.[0] ?? "" },
      })),
    };
  }
  if (parsed.format === "atom") {
    const { title, entries = [] } = parsed.feed;
    return {
      title: String(title?.value ?? title ?? ""),
      items: entries.map((entry) => ({
        ...{ id: entry.id ?? "", title: String(entry.title?.value ?? entry.title ?? "") },
        link: entry.links?.find(({ rel }) => rel === "alternate")?.href ?? "",
        at: seconds(entry.published),
        summary: String(entry.summary?.value ?? entry.summary ?? ""),
        outlet: entry.authors?.[0]?.name ?? "",
      })),
    };
  }
  if (parsed.format === "json") {
    const { title = "", items = [] } = parsed.feed;
    return {
      title,
      items: items.map((item) => ({
        ...{ id: item.id ?? "", title: item.title ?? "", link: item.url ?? "", at: seconds(item.date_published) },
        ...{ summary: item.summary ?? "", outlet: item.authors?.[0]?.name ?? "" },
      })),
    };
  }
  throw new Error(`read as ${parsed.format}`);
}

type JsonItem = Record<"id" | "title" | "url" | "date_published" | "summary", string> & {
  authors?: { name: string }[];
};

function withJson(text: string): Read {
  const { title, items } = JSON.parse(text) as { title: string; items: JsonItem[] };
  return {
    title,
    items: items.map(({ id, title: name, url, date_published, summary, authors }) => ({
      ...{ id, title: name, link: url, at: seconds(date_published), summary, outlet: authors?.[0]?.name ?? "" },
    })),
  };
}

/** The same text read by every program that knows its format: two at least, which share no code. */
export async function readEverywhere(format: FeedFormat, text: string): Promise<Record<string, Read>> {
  return format === "json"
    ? { feedsmith: withFeedsmith(text), json: withJson(text) }
    : { feedsmith: withFeedsmith(text), rowan: withRowan(text), "rss-parser": await withRssParser(text) };
}
