import { z } from "zod";
import { FEED_TEXTS, SECURITY_KINDS } from "@/lib/db/schema";
import { article } from "./article";
import { address, moment, orNull, pageOf, place, whole, words } from "./parts";

/** What leads on from the root. */
export const index = z
  .object({
    name: words("网站名", "金融消息"),
    version: z.literal("v1").meta({ description: "接口版本" }),
    documentation: address("/developers", "说明"),
    openapi: address("/api/v1/openapi.json", "OpenAPI 3.1 文档"),
    resources: z
      .record(z.string(), z.string())
      .meta({ description: "各资源的地址", examples: [{ articles: "https://news.example.com/api/v1/articles" }] }),
  })
  .meta({ id: "Index" });

export const category = z
  .object({
    slug: words("网址名", "huaxiashibao"),
    name: words("名称", "华夏时报"),
    description: words("说明；可能为空", "全国性经济类报纸。"),
    uri: address("/category/huaxiashibao", "媒体页"),
    count: whole("已发布的篇数", 1280),
    newest: orNull(moment("最新一篇的发布时间"), "一篇也没有"),
    text: z
      .enum(FEED_TEXTS)
      .meta({ description: "full：全文可取；summary：只给摘要，除非令牌有“全文”权限", examples: ["full"] }),
  })
  .meta({ id: "Category" });

export const tag = z
  .object({
    slug: words("网址名", "xinnengyuan"),
    name: words("标签", "新能源"),
    description: words("说明；可能为空", "新能源产业链的报道。"),
    uri: address("/tag/xinnengyuan", "标签页"),
  })
  .meta({ id: "Tag" });

const other = z.object({ symbol: words("代码", "HK03750"), name: words("简称", "宁德时代") });

export const security = z
  .object({
    symbol: words("交易所前缀加代码", "SZ300750"),
    name: words("简称", "宁德时代"),
    kind: z.enum(SECURITY_KINDS).meta({ description: "股票、指数、基金或板块", examples: ["stock"] }),
    full_name: words("全称；可能为空", "宁德时代新能源科技股份有限公司"),
    industry: words("行业；可能为空", "电池"),
    listed_on: z.iso
      .date()
      .nullable()
      .meta({ description: "上市日；未收录时为 null", examples: ["2018-06-11"] }),
    uri: address("/stock/SZ300750", "证券页"),
  })
  .meta({ id: "Security" });

export const securityProfile = security
  .extend({
    former_names: z.array(z.string()).meta({ description: "曾用简称，新的在前", examples: [["宁德新能源"]] }),
    counterpart: other.nullable().meta({ description: "同一公司在另一市场的上市证券；没有时为 null" }),
    sector: other.nullable().meta({ description: "与行业同名的板块；没有时为 null" }),
  })
  .meta({ id: "SecurityProfile" });

export const articlePage = pageOf(article).meta({ id: "ArticlePage" });
export const categoryPage = pageOf(category).meta({ id: "CategoryPage" });
export const tagPage = pageOf(tag).meta({ id: "TagPage" });
export const securityPage = pageOf(security).meta({ id: "SecurityPage" });

export const searchPage = z
  .object({
    items: z.array(article).meta({ description: "找到的文章" }),
    next: place,
    count: z
      .object({
        value: whole("找到多少篇", 42),
        exact: z.boolean().meta({ description: "数准了，还是估计的", examples: [true] }),
      })
      .meta({ description: "总数" }),
    partial: z.boolean().meta({ description: "是否没能查到最早的一篇：短语太常见时会这样", examples: [false] }),
  })
  .meta({ id: "SearchPage" });
