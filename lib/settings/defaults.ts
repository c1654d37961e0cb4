import { DEFAULT_ACCENT } from "@/lib/settings/accent";

/** What the site says of itself until somebody changes it. Version 0: no row yet. */
export const SITE_DEFAULTS = {
  version: 0,
  name: "金融消息",
  tagline: "各家财经媒体，一处读完",
  description: "汇集各家财经媒体的报道与 7×24 小时快讯，一处读完，永久存档。",
  contact: "",
  licence: "内容不构成投资建议。",
  accentDay: DEFAULT_ACCENT.day,
  accentNight: DEFAULT_ACCENT.night,
  logo: null as Logo | null,
  footerLinks: [] as { label: string; href: string }[],
};

/** The picture in the place of the name. `src` is shown at most 48 pixels high. */
export type Logo = { id: string; src: string; width: number; height: number };
export type Site = typeof SITE_DEFAULTS;
