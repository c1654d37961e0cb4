import { z } from "zod";
import { ARTICLE_KINDS, CORRECTION_KINDS, MENTION_RELATIONS } from "@/lib/db/schema";
import { address, moment, orNull, whole, words } from "./parts";

const SESSIONS = ["盘前", "盘中", "午休", "盘后", "休市"] as const;
const SLUG = "202611231420000001";

const outlet = z
  .object({
    slug: words("媒体的网址名", "huaxiashibao"),
    name: words("媒体名称", "华夏时报"),
    uri: address("/category/huaxiashibao", "媒体页"),
  })
  .meta({ description: "发布它的媒体或栏目" });

const topic = z.object({
  slug: words("标签的网址名", "xinnengyuan"),
  name: words("标签", "新能源"),
  uri: address("/tag/xinnengyuan", "标签页"),
});

const mentioned = z.object({
  symbol: words("交易所前缀加代码", "SZ300750"),
  name: words("证券简称", "宁德时代"),
  relation: z
    .enum(MENTION_RELATIONS)
    .meta({ description: "direct：报道直接提到；sector：报道涉及其所属板块", examples: ["direct"] }),
  uri: address("/stock/SZ300750", "证券页"),
});

const picture = z.object({
  uri: address("/media/0199f0c2-7b1a-7c3e-8f00-1234567890ab/1600.webp", "图片"),
  width: orNull(whole("宽，像素", 1600), "不知道"),
  height: orNull(whole("高，像素", 900), "不知道"),
  alt: words("替代文字", "产线上的电芯"),
  caption: words("图注与图源", "电芯产线（图源：本报）"),
});

const correction = z.object({
  kind: z
    .enum(CORRECTION_KINDS)
    .meta({ description: "facts：事实；addition：补充；wording：文字", examples: ["facts"] }),
  note: words("更正了什么", "产能由 20 吉瓦时更正为 12 吉瓦时。"),
  reason: words("为什么错了", "公告单位换算有误。"),
  at: moment("更正时间", "2026-11-23T16:05:00+08:00"),
});

/** An article as partners get it; names of IPTC ninjs where it has one for the same thing. */
export const article = z
  .object({
    id: z.uuid().meta({ description: "永久编号，改地址也不变", examples: ["019abf2e-5d10-7c61-9a3b-0b6f4a1c2d3e"] }),
    uri: address(`/articles/${SLUG}`, "规范地址；ninjs 的 uri"),
    slug: words("地址的最后一段", SLUG),
    type: z.literal("text").meta({ description: "ninjs 的内容种类，总是 text" }),
    kind: z.enum(ARTICLE_KINDS).meta({ description: "story：报道；flash：快讯", examples: ["story"] }),
    level: z
      .int()
      .min(1)
      .max(3)
      .meta({ description: "级别：1 普通，2 重要，3 特别重要", examples: [1] }),
    language: z.literal("zh-CN").meta({ description: "语言" }),
    pubstatus: z.literal("usable").meta({ description: "ninjs 的发布状态；撤回的不在这里出现" }),
    version: whole("版本号，每次改动加一", 3),
    firstcreated: moment("发布时间"),
    versioncreated: moment("正文最后一次改动的时间；没有改过时同发布时间", "2026-11-23T16:05:00+08:00"),
    headline: words("标题", "宁德时代签下三年长协"),
    description_summary: words("摘要；原文没有摘要时取开头的整句", "协议约定供应量不低于 12 吉瓦时。"),
    representationtype: z.enum(["complete", "incomplete"]).meta({
      description: "complete：body_xhtml 是全文；incomplete：只给标题和摘要",
      examples: ["complete"],
    }),
    body_xhtml: z
      .string()
      .nullable()
      .meta({ description: "全文，XHTML 片段，地址都是完整的；incomplete 时为 null", examples: ["<p>协议约定…</p>"] }),
    charcount: whole("正文字数", 820),
    byline: words("责任编辑；没有写明时为空", "周行"),
    outlet,
    source: z
      .object({
        name: words("文中写明的来源；没有时为空", "证券时报"),
        uri: words("原文地址；没有时为空", "https://www.example.org/news/1"),
      })
      .meta({ description: "转载自哪里" }),
    tags: z.array(topic).meta({ description: "标签" }),
    securities: z.array(mentioned).meta({ description: "提到的证券，直接提到的在前" }),
    pictures: z.array(picture).meta({ description: "正文里的图片，随全文给出" }),
    corrections: z.array(correction).meta({ description: "更正记录，先后为序" }),
    session: z
      .enum(SESSIONS)
      .nullable()
      .meta({ description: "发布时沪深北交易所的时段；那一年的休市日未定时为 null", examples: ["盘中"] }),
    rights: z
      .object({
        copyrightholder: words("权利人，即发布的媒体", "华夏时报"),
        usageterms: words("使用条件", "内容不构成投资建议。全文可以转载，须写明出处并链接到 uri。"),
      })
      .meta({ description: "权利与使用条件" }),
  })
  .meta({ id: "Article" });

export type ArticleAnswer = z.infer<typeof article>;
