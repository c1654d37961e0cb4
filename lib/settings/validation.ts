import { z } from "zod";
import { accentContrast, LEAST_CONTRAST, nearestTone, type Theme } from "@/lib/settings/accent";

export const MOST_LINKS = 12;

/** Text on one line, blanks tidied. */
const line = (name: string, max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, `${name}最多 ${max} 个字`));
const needed = (name: string, max: number) => line(name, max).pipe(z.string().min(1, `请填${name}`));

const THEME_NAMES = { day: "白天", night: "夜间" } as const;

const accent = (theme: Theme) =>
  z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => (/^[0-9a-f]{6}$/.test(text) ? `#${text}` : text))
    .pipe(z.string().regex(/^#[0-9a-f]{6}$/, "颜色应如 #86276a"))
    .superRefine((hex, ctx) => {
      if (!/^#[0-9a-f]{6}$/.test(hex)) return;
      const ratio = accentContrast(theme, hex);
      if (ratio >= LEAST_CONTRAST) return;
      const said = (Math.floor(ratio * 10) / 10).toFixed(1);
      ctx.addIssue({
        code: "custom",
        message: `在${THEME_NAMES[theme]}的纸上对比只有 ${said}:1，至少要 4.5:1。最近的可用色是 ${nearestTone(theme, hex)}`,
      });
    });

/** A page of this site, or another site's address. Nothing that could run. */
const href = z
  .string()
  .trim()
  .max(500, "地址最多 500 个字")
  .refine(
    (text) => /^\/(?![/\\])\S*$/.test(text) || (/^(https?:\/\/|mailto:)\S+$/i.test(text) && URL.canParse(text)),
    "地址应以 / 或 https:// 开头，或是 mailto: 邮箱",
  );

export const footerLink = z.object({ label: needed("链接名称", 20), href });

export const updateSettingsInput = z.object({
  version: z.number().int().min(0),
  name: needed("网站名称", 20),
  tagline: line("一句话介绍", 30),
  description: needed("网站说明", 120),
  contact: line("联系方式", 200),
  licence: line("版权与声明", 300),
  accentDay: accent("day"),
  accentNight: accent("night"),
  logoId: z.uuid({ error: "没有这张图片" }).nullable(),
  footerLinks: z.array(footerLink).max(MOST_LINKS, `页脚链接最多 ${MOST_LINKS} 个`),
});
export type UpdateSettingsInput = z.output<typeof updateSettingsInput>;
