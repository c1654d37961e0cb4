import { z } from "zod";

const id = z.uuid({ error: "编号不对" });
const day = z.union([z.literal(""), z.iso.date("日期应如 2026-11-24")]);

/** Which articles a split takes; what is empty asks nothing. */
export const criteria = z.object({
  sources: z.array(z.string().max(200)).max(100, "最多选 100 个来源").default([]),
  words: z.string().trim().max(100, "最多 100 个字").default(""),
  from: day.default(""),
  until: day.default(""),
  tag: z.string().trim().max(40, "标签最多 40 个字").default(""),
});
export type CriteriaInput = z.output<typeof criteria>;

export const hasCriteria = ({ sources, words, from, until, tag }: CriteriaInput) =>
  sources.length > 0 || words !== "" || from !== "" || until !== "" || tag !== "";

/** The browser names an act, so that the same act sent twice is done once. */
export const mergeInput = z.object({ act: id, id, into: z.uuid({ error: "请选并入哪一个" }) });
export const planMergeInput = z.object({ id, into: id });
/** Counting before a split. */
export const countSplitInput = z.object({ id, criteria });
export const undoActInput = z.object({ id });
export type MergeInput = z.output<typeof mergeInput>;
export const findTargetsInput = z.object({ words: z.string().max(100), not: id.nullable() });
