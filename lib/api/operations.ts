import type { z } from "zod";
import { z as zod } from "zod";
import { article } from "./schemas/article";
import { changePage } from "./schemas/change";
import * as others from "./schemas/others";
import * as params from "./schemas/params";
import type { ProblemName } from "./schemas/problem";

export const API_PATH = "/api/v1";

type Operation = {
  /** Below `/api/v1`; at most one part in braces. */
  path: string;
  summary: string;
  description: string;
  /** What the part in braces is. */
  param?: { name: string; description: string; example: string };
  query: z.ZodObject;
  answer: z.ZodType;
  /** Beside those that every operation may answer with. */
  problems: readonly ProblemName[];
  /** Whether an address of the past leads on to the one of now. */
  moves?: true;
  /** How many requests it counts for. */
  cost: number;
};

/** Everything that the API answers: the door, the document and the page for developers all read this. */
export const OPERATIONS = {
  index: {
    path: "",
    summary: "入口",
    description: "各资源的地址。",
    ...{ query: params.noQuery, answer: others.index, problems: [], cost: 1 },
  },
  listArticles: {
    path: "/articles",
    summary: "文章列表",
    description: "公开的报道与快讯，新的在前。条件可以并用；按位置翻页，新内容不断进来也不会错位。",
    ...{ query: params.articlesQuery, answer: others.articlePage, problems: ["not-found"], moves: true, cost: 1 },
  },
  getArticle: {
    path: "/articles/{article}",
    summary: "一篇文章",
    description: "媒体允许全文、或令牌有“全文”权限时带全文，否则只有摘要，representationtype 写明是哪一种。",
    param: { name: "article", description: "文章的 id 或 slug", example: "202611231420000001" },
    ...{ query: params.articleQuery, answer: article, problems: ["not-found", "gone"], moves: true, cost: 1 },
  },
  listCategories: {
    path: "/categories",
    summary: "媒体列表",
    description: "有文章的媒体与栏目，按网址名排列。",
    ...{ query: params.longListQuery, answer: others.categoryPage, problems: [], cost: 1 },
  },
  getCategory: {
    path: "/categories/{category}",
    summary: "一家媒体",
    description: "合并或改名的，转到现在的地址。",
    param: { name: "category", description: "媒体的网址名", example: "huaxiashibao" },
    ...{ query: params.noQuery, answer: others.category, problems: ["not-found"], moves: true, cost: 1 },
  },
  listTags: {
    path: "/tags",
    summary: "标签列表",
    description: "有文章的标签，按网址名排列。",
    ...{ query: params.longListQuery, answer: others.tagPage, problems: [], cost: 1 },
  },
  getTag: {
    path: "/tags/{tag}",
    summary: "一个标签",
    description: "合并或改名的，转到现在的地址。",
    param: { name: "tag", description: "标签的网址名", example: "xinnengyuan" },
    ...{ query: params.noQuery, answer: others.tag, problems: ["not-found"], moves: true, cost: 1 },
  },
  listSecurities: {
    path: "/securities",
    summary: "证券列表",
    description: "收录的股票、指数、基金与板块，按代码排列。",
    ...{ query: params.securitiesQuery, answer: others.securityPage, problems: [], cost: 1 },
  },
  getSecurity: {
    path: "/securities/{symbol}",
    summary: "一个证券",
    description: "连同曾用简称、另一市场的上市证券和所属板块。",
    param: { name: "symbol", description: "交易所前缀加代码", example: "SZ300750" },
    ...{ query: params.noQuery, answer: others.securityProfile, problems: ["not-found"], moves: true, cost: 1 },
  },
  search: {
    path: "/search",
    summary: "搜索",
    description: "与网站的搜索相同：词、短语、拼音、证券代码。一页 20 篇。一次算 5 次请求。",
    ...{ query: params.searchQuery, answer: others.searchPage, problems: ["not-found", "not-ready"], cost: 5 },
  },
  listChanges: {
    path: "/changes",
    summary: "变更流",
    description: "发布、改动、更正、撤回、删除，按发生的先后，一条不漏。",
    ...{ query: params.changesQuery, answer: changePage, problems: [], cost: 1 },
  },
  openapi: {
    path: "/openapi.json",
    summary: "OpenAPI 文档",
    description: "本接口的 OpenAPI 3.1 文档，由程序里的定义生成。",
    ...{
      query: params.noQuery,
      answer: zod.looseObject({ openapi: zod.literal("3.1.1") }).meta({ id: "OpenApi" }),
      problems: [],
      cost: 1,
    },
  },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
export type QueryOf<Id extends OperationId> = z.output<(typeof OPERATIONS)[Id]["query"]>;
export type AnswerOf<Id extends OperationId> = z.input<(typeof OPERATIONS)[Id]["answer"]>;

export const operation = (id: OperationId): Operation => OPERATIONS[id];
export const OPERATION_IDS = Object.keys(OPERATIONS) as OperationId[];

/** Which operation stands at these decoded parts of a path, and the part in braces; null when none does. */
export function operationAt(parts: string[]): { id: OperationId; param: string } | null {
  for (const id of OPERATION_IDS) {
    const pattern = operation(id).path.split("/").slice(1);
    if (pattern.length !== parts.length) continue;
    if (pattern.every((part, at) => part.startsWith("{") || part === parts[at]))
      return { id, param: operation(id).param ? parts.at(-1)! : "" };
  }
  return null;
}
