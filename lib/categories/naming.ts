import "server-only";
import { pinyin } from "pinyin-pro";

/** Key of the A–Z directory: the name in pinyin, without tones and blanks; `#` for a name that has none. */
export const spellOutlet = (name: string): string =>
  pinyin(name, { toneType: "none", type: "array" })
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "") || "#";

/** Two spellings that differ only in case and blanks are one outlet. */
export const outletKey = (name: string): string => name.toLowerCase().replace(/\s+/g, "");
