import { z } from "zod";
import { address, words } from "./parts";

/** What may go wrong, by the anchor of its explanation on the page for developers. */
export const PROBLEMS = {
  "bad-parameter": { status: 400, title: "参数有误", says: "参数写错、写重、漏写，或没有这个参数。errors 逐一指出。" },
  "bad-token": {
    status: 401,
    title: "令牌无效",
    says: "令牌写错、已撤销或已过期。去掉 Authorization 头可以匿名使用。",
  },
  "not-found": { status: 404, title: "没有这一项", says: "从来没有过，或尚未公开。" },
  "bad-method": { status: 405, title: "只能读取", says: "接口只接受 GET、HEAD 和 OPTIONS。" },
  gone: { status: 410, title: "已撤下", says: "文章发布后又撤回或删除了。请把它从你那里也撤下。" },
  "too-many": { status: 429, title: "请求太多", says: "超过了频率限制。等 Retry-After 写的秒数再试。" },
  failed: { status: 500, title: "服务器出错", says: "是我们的问题，请稍后再试。" },
  unavailable: { status: 503, title: "网站暂时打不开", says: "数据库正在恢复。等 Retry-After 写的秒数再试。" },
  "not-ready": { status: 503, title: "搜索暂不可用", says: "搜索索引还没有建好，请稍后再试。" },
} as const;
export type ProblemName = keyof typeof PROBLEMS;

/** RFC 9457. */
export const problem = z
  .object({
    type: address("/developers#bad-parameter", "问题的种类，打开是它的说明"),
    title: words("种类的名字", "参数有误"),
    status: z
      .int()
      .min(400)
      .max(599)
      .meta({ description: "HTTP 状态码", examples: [400] }),
    detail: words("这一次哪里不对", "有 1 个参数不对。"),
    errors: z
      .array(
        z.object({
          parameter: words("参数名", "limit"),
          detail: words("应当怎样", "limit 应是 1 到 100 的整数"),
        }),
      )
      .optional()
      .meta({ description: "逐个参数；只有参数有误时才有" }),
  })
  .meta({ id: "Problem" });

export type ProblemAnswer = z.infer<typeof problem>;
