import { z } from "zod";
import { criteria } from "@/lib/taxonomy/validation";

/** Text on one line, blanks tidied. */
const line = (name: string, max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `${name}最多 ${max} 个字`));

const id = z.uuid({ error: "编号不对" });
/** As the form of an article takes them: the mark between tags cannot stand in one. */
const tagName = line("名称", 40).pipe(
  z
    .string()
    .min(1, "请填名称")
    .refine((text) => !/[、,，;；/?#\\%]/.test(text), "名称里不能有顿号、逗号、分号和 / ? # % \\"),
);
const slug = z
  .string()
  .trim()
  .toLowerCase()
  .max(80, "地址最多 80 个字")
  .refine(
    (text) => text === "" || /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(text),
    "地址只能用文字、数字和连字符，以文字或数字开头和结尾",
  );

const fields = { name: tagName, slug, description: line("说明", 300) };
/** The browser names a new tag, so that the same form sent twice makes one. */
export const createTagInput = z.object({ id, ...fields });
export const updateTagInput = z.object({ id, version: z.number().int().min(1), ...fields });
export const tagNameInput = z.object({ id: id.nullable(), name: z.string().max(200) });
export const addTagAliasInput = z.object({
  id,
  alias: line("别名", 40).pipe(
    z
      .string()
      .min(1, "请填别名")
      .refine((text) => /[\p{L}\p{N}]/u.test(text), "别名里要有文字或数字"),
  ),
});
export const removeTagAliasInput = z.object({ id, key: z.string().max(200) });
export const splitTagInput = z.object({
  act: id,
  id,
  /** Without criteria the tag is replaced on all its articles, and its address leads to the first of these. */
  into: z
    .array(tagName)
    .min(1, "请填拆成哪些标签")
    .max(5, "最多拆成 5 个标签")
    .refine((names) => new Set(names).size === names.length, "有两个是一样的"),
  criteria,
});

export type CreateTagInput = z.output<typeof createTagInput>;
export type UpdateTagInput = z.output<typeof updateTagInput>;
export type SplitTagInput = z.output<typeof splitTagInput>;
