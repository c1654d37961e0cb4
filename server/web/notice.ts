import type { IncomingMessage, ServerResponse } from "node:http";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { makeBody } from "@/lib/cache/page-entry";
import { makeReply, READER_HEADERS, sendReply } from "./send-entry";

/** Seconds after which it is worth asking again: the database is looked for every second. */
const RETRY_AFTER = 10;

export type Notice = {
  status: number;
  title: string;
  text: string;
  /** Where to go instead of the front page. */
  way?: { href: string; label: string };
};

export const NOTICES = {
  bad: { status: 400, title: "地址有误", text: "这个地址的写法不正确，可能在复制时少了一段。" },
  long: { status: 414, title: "地址过长", text: "这个地址太长了，网站不认得。" },
  method: { status: 405, title: "不能这样访问", text: "这里的页面只供阅读，不接受提交。" },
  fault: { status: 500, title: "页面出错了", text: "网站出了错，已经记录下来。请稍后再试，或先看别的页面。" },
  away: {
    status: 503,
    title: "网站暂时打不开",
    text: "数据库正在恢复，通常一两分钟就好。最近有人读过的页面仍然可以看。",
  },
  busy: { status: 503, title: "网站暂时繁忙", text: "页面没有及时生成，请过一会儿再试。" },
  desk: {
    status: 503,
    title: "编辑部暂时打不开",
    text: "数据库正在恢复。开着的编辑页请不要关：没保存的文字还在那里，恢复后会自动存上。",
    way: { href: "/admin", label: "再试一次" },
  },
  search: {
    status: 503,
    title: "暂时不能搜索",
    text: "搜索没有在时限内答复，请稍后再试，或少写一个词。",
  },
} satisfies Record<string, Notice>;

/** A page that needs neither database nor Next: its style is a file of its own. */
function documentOf({ status, title, text, way = { href: "/", label: "回到首页" } }: Notice): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><title>${title}</title><link rel="stylesheet" href="/notice.css"><link rel="icon" href="/icons/seal.svg"></head><body><main><p class="status">${status}</p><h1>${title}</h1><p>${text}</p><p><a href="${way.href}">${way.label}</a></p></main></body></html>`;
}

export function sendNotice(req: IncomingMessage, res: ServerResponse, notice: Notice) {
  if (res.headersSent) return void res.destroy();
  const headers: Record<string, string> = {
    "Content-Type": "text/html; charset=utf-8",
    ...READER_HEADERS,
    "Cache-Control": CACHE_CONTROL.never,
    ...(notice.status === 503 && { "Retry-After": String(RETRY_AFTER) }),
    ...(notice.status === 405 && { Allow: "GET, HEAD" }),
  };
  sendReply(req, res, makeReply(notice.status, headers, makeBody(Buffer.from(documentOf(notice)))));
}
