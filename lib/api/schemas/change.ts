import { z } from "zod";
import { article } from "./article";
import { address, moment, orNull, words } from "./parts";

export const SHOWN_KINDS = ["published", "updated", "corrected"] as const;
export const GONE_KINDS = ["withdrawn", "taken_down"] as const;

const of = {
  at: moment("改动的时间"),
  id: z.uuid().meta({ description: "文章的永久编号", examples: ["019abf2e-5d10-7c61-9a3b-0b6f4a1c2d3e"] }),
  uri: orNull(address("/articles/202611231420000001", "文章现在的地址"), "地址不再公开"),
};

export const shownChange = z
  .object({
    kind: z
      .enum(SHOWN_KINDS)
      .meta({ description: "published：发布；updated：改动；corrected：更正", examples: ["published"] }),
    ...of,
    article: article.nullable().meta({ description: "文章现在的样子；此后又撤下的为 null，后面会有一条说明" }),
  })
  .meta({ id: "ShownChange" });

export const goneChange = z
  .object({
    kind: z.enum(GONE_KINDS).meta({ description: "withdrawn：撤回；taken_down：删除", examples: ["withdrawn"] }),
    ...of,
    reason: words("原因；可能为空", "所引公告有误。"),
  })
  .meta({ id: "GoneChange" });

export const change = z
  .discriminatedUnion("kind", [shownChange, goneChange])
  .meta({ id: "Change", description: "一次改动；撤回和删除的不再带任何文字" });

export const changePage = z
  .object({
    items: z.array(change).meta({ description: "按发生的先后" }),
    next: z.string().meta({
      description: "读到了哪里；原样填进下一次的 since。没有新改动时也有，且不变",
      examples: ["Yy4xMDI0"],
    }),
    more: z.boolean().meta({ description: "后面还有：马上可以再取", examples: [false] }),
  })
  .meta({ id: "ChangePage" });

export type ChangeAnswer = z.infer<typeof change>;
