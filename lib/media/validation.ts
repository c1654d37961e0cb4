import { z } from "zod";

export const MAX_BYTES = 20 * 1024 * 1024;
export const MAX_PIXELS = 50_000_000;
export const MAX_FRAMES = 100;

export const FORMAT_NAMES: Record<string, string> = {
  "image/jpeg": "JPEG",
  "image/png": "PNG",
  "image/webp": "WebP",
  "image/avif": "AVIF",
  "image/gif": "GIF",
};

export const TOO_LARGE = "文件太大，最多 20 MB";

const line = (name: string, max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `${name}最多 ${max} 个字`));

const id = z.uuid({ error: "编号不对" });

/** What an upload says of itself beside its bytes. */
export const uploadInput = z.object({
  name: line("文件名", 200).transform(
    (name) =>
      name
        .split(/[/\\]/)
        .at(-1)!
        .replace(/[\x00-\x1f\x7f]/g, "") || "图片",
  ),
  type: z.string().max(200).default(""),
  replace: id.optional(),
});

export const updateMediaInput = z.object({
  id,
  alt: line("替代文字", 300),
  caption: line("图注", 500),
  credit: line("来源", 200),
  rightsUntil: z
    .union([z.literal("").transform(() => null), z.iso.date({ error: "日期应如 2027-03-31" })])
    .refine((day) => day === null || (day >= "1900-01-01" && day <= "2999-12-31"), "日期应如 2027-03-31"),
});

export const mediaIdInput = z.object({ id });

export type UpdateMediaInput = z.infer<typeof updateMediaInput>;
export type Upload = { name: string; type: string; bytes: Buffer };
