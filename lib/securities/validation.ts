import { z } from "zod";
import { NAME_KINDS, SECURITY_KINDS } from "@/lib/db/schema";

const symbol = z.string().regex(/^[A-Z]{2}[A-Z0-9.]{1,12}$/, "证券代码应如 SH600519");

/** A suggested security of an article, which may not be stored yet: its number is the browser's then. */
export const suggestionInput = z.object({ articleId: z.uuid({ error: "编号不对" }), symbol });
export type SuggestionInput = z.infer<typeof suggestionInput>;

/** Blanks tidied; names hold none of their own but between Latin words. */
const line = (what: string, max: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `${what}最多 ${max} 个字`));
const name = (what: string, max: number) =>
  line(what, max).pipe(
    z
      .string()
      .min(2, `${what}至少 2 个字`)
      .regex(/[\p{L}\p{N}]/u, `${what}里要有文字`),
  );

const otherName = z.object({ name: name("别名", 30), kind: z.enum(NAME_KINDS), isAmbiguous: z.boolean() });

const fields = {
  kind: z.enum(SECURITY_KINDS),
  name: name("名称", 30),
  fullName: line("全称", 120),
  isAmbiguous: z.boolean(),
  counterpart: z
    .string()
    .trim()
    .toUpperCase()
    .pipe(z.union([z.literal(""), symbol])),
  names: z
    .array(otherName)
    .max(30, "最多 30 个别名")
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "有两个别名是一样的"),
};

const SHAPES: Record<(typeof SECURITY_KINDS)[number], RegExp> = {
  stock: /^(?:(?:SH|SZ|BJ)\d{6}|HK\d{5}|US[A-Z][A-Z.]{0,9})$/,
  fund: /^(?:(?:SH|SZ)\d{6}|HK\d{5}|US[A-Z][A-Z.]{0,9})$/,
  index: /^(?:SH|SZ|BJ|HK|US)[A-Z0-9.]{1,10}$/,
  sector: /^BK\d{4}$/,
};

export const createSecurityInput = z
  .object({ symbol: z.string().trim().toUpperCase().pipe(symbol), ...fields })
  .refine(({ symbol, kind }) => SHAPES[kind].test(symbol), {
    path: ["symbol"],
    message: "代码和类型不合：股票如 SH600519、HK00700、USBABA，板块如 BK0493",
  });
export const updateSecurityInput = z.object({ symbol, version: z.number().int().min(1), ...fields });

export type CreateSecurityInput = z.output<typeof createSecurityInput>;
export type UpdateSecurityInput = z.output<typeof updateSecurityInput>;
