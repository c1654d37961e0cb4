import type { IncomingMessage, ServerResponse } from "node:http";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { makeBody, type PageEntry } from "@/lib/cache/page-entry";
import { isAiCrawler } from "@/lib/indexing/crawlers";
import { TDM_HEADER } from "@/lib/indexing/policy";
import { makeReply, sendReply } from "./send-entry";

const TEXT =
  "这家媒体不允许为语言模型采集它的文字；哪些页面可以采集，见 /robots.txt。\nThis outlet does not allow its texts to be gathered for language models; see /robots.txt.\n";
const HEADERS = {
  "Content-Type": "text/plain; charset=utf-8",
  "X-Content-Type-Options": "nosniff",
  // Of this client only: a CDN must never give it to a reader.
  "Cache-Control": CACHE_CONTROL.never,
  [TDM_HEADER]: "1",
};

/** Whether a crawler for language models asks for a text whose outlet forbids it, which robots.txt cannot say an article. */
export const isRefused = (req: IncomingMessage, entry: PageEntry) =>
  entry.headers?.[TDM_HEADER] !== undefined && isAiCrawler(req.headers["user-agent"]);

export const refuse = (req: IncomingMessage, res: ServerResponse) =>
  sendReply(req, res, makeReply(403, HEADERS, makeBody(Buffer.from(TEXT))));
