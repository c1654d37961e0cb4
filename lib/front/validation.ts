import { z } from "zod";
import { TOO_FAR, tooFarAhead } from "@/lib/articles/validation";
import { MOST_PINNED, placesOf } from "@/lib/front/arrangement";
import { BAR_KIND_NAMES, BAR_LENGTH, type BarKind, barLength } from "@/lib/front/bar";

export const TIME_FAULT = "时间应如 2026-11-24 09:20";
export const OVER_FAULT = "这个时间已经过了";
export const BAR_TOO_LONG = "最长 24 小时";

const instant = z.iso.datetime({ offset: true, error: TIME_FAULT });
const id = z.uuid({ error: "编号不对" });
const placed = z.object({
  articleId: id,
  endsAt: instant.refine((at) => !tooFarAhead(new Date(at), new Date()), TOO_FAR).nullable(),
});

export const arrangeInput = z
  .object({
    /** 0: nobody arranged anything yet. */
    version: z.number().int().min(0),
    lead: placed.nullable(),
    pinned: z.array(placed).max(MOST_PINNED, `最多置顶 ${MOST_PINNED} 篇`),
  })
  .refine((input) => {
    const ids = placesOf(input).flatMap((slot) => slot?.articleId ?? []);
    return new Set(ids).size === ids.length;
  }, "同一篇只能占一个位置");
export type ArrangeInput = z.output<typeof arrangeInput>;

/** The bar that was seen; null: none. */
const seen = id.nullable();
export const raiseBarInput = z.object({
  seen,
  kind: z.enum(Object.keys(BAR_KIND_NAMES) as [BarKind, ...BarKind[]], { error: "请选一个词" }),
  text: z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, "请写一句话")
        .refine((text) => barLength(text) <= BAR_LENGTH, `最多 ${BAR_LENGTH} 个字，再长手机上就超过两行`),
    ),
  /** Leads to this article, or to a page of this site, or nowhere. */
  articleId: id.nullable(),
  to: z.string().trim().max(500, "地址最多 500 个字"),
  endsAt: instant,
});
export type RaiseBarInput = z.output<typeof raiseBarInput>;

export const lowerBarInput = z.object({ seen: id });
export type LowerBarInput = z.output<typeof lowerBarInput>;

export const findStoriesInput = z.object({ q: z.string().max(60), kind: z.enum(["story", "any"]) });
