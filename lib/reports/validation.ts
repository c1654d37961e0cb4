import { z } from "zod";

/** How long each field may be; the form says the same. */
export const REPORT_LIMITS = { quote: 500, message: 1000, contact: 120 } as const;

const { quote, message, contact } = REPORT_LIMITS;

/** What a stranger's form sends. */
export const fileReportInput = z.object({
  articleId: z.uuid({ error: "没有这篇文章" }),
  quote: z.string().trim().max(quote, `原文最多 ${quote} 个字`).default(""),
  message: z.string().trim().min(1, "请写明哪里有误").max(message, `说明最多 ${message} 个字`),
  contact: z.string().trim().max(contact, `联系方式最多 ${contact} 个字`).default(""),
  /** People do not see this field; what fills it is no person. */
  website: z.string().default(""),
});

export const VERDICTS = { accepted: "采纳", rejected: "不采纳" } as const;
export type Verdict = keyof typeof VERDICTS;

export const answerReportInput = z.object({
  id: z.uuid({ error: "编号不对" }),
  verdict: z.enum(["accepted", "rejected"], { error: "请选采纳或不采纳" }),
  answer: z.string().trim().min(1, "请写给读者的答复").max(500, "答复最多 500 个字"),
  /** What the editor saw; another's answer meanwhile is not overwritten. */
  seen: z.enum(["open", "accepted", "rejected"]),
});

/** 32 random bytes in base64url. */
export const reportToken = z.string().regex(/^[\w-]{43}$/);

export const REPORT_VIEWS = { open: "待处理", accepted: "已采纳", rejected: "未采纳" } as const;
export type ReportView = keyof typeof REPORT_VIEWS;

const cursor = z.string().max(80).optional().catch(undefined);
export const readReportParams = (query: unknown) =>
  z.object({ view: z.enum(["open", "accepted", "rejected"]).catch("open"), after: cursor }).parse(query);

export const reportsPath = (view: ReportView = "open", after?: string) => {
  const search = new URLSearchParams({ ...(view !== "open" && { view }), ...(after && { after }) }).toString();
  return `/admin/reports${search && `?${search}`}`;
};

export type FileReportInput = z.infer<typeof fileReportInput>;
export type AnswerReportInput = z.infer<typeof answerReportInput>;
