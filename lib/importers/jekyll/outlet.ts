/** `每日经济新闻新闻` → 每日经济新闻: exactly one suffix was added by the old program. */
export const outletName = (tag: string): string => {
  const name = tag.trim().replace(/\s+/g, " ");
  return name.endsWith("新闻") && name.length > 2 ? name.slice(0, -2).trim() : name;
};

/** Safe slug of a pinyin word as it was written: `21shijijingjibaodao 21caijingAPP` → `21shijijingjibaodao-21caijingapp`. */
export const categorySlug = (written: string): string =>
  written
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "") || "other";

/** What a header may hold at most: an index entry of Postgres holds 2,700 bytes. */
const MAX_NAME = 200;

/** Why an outlet cannot be made of what a header says; empty when it can. */
export const outletFault = ({ categories, outlet }: { categories: string; outlet: string }): string =>
  categories.length > MAX_NAME || outlet.length > MAX_NAME ? "栏目或来源的名称过长" : "";
