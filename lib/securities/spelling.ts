import { pinyin } from "pinyin-pro";

/** Pinyin of a security's name, and its initials, as readers type them: `guizhoumaotai`, `gzmt`. */
export function spellName(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(name, { toneType: "none", type: "array" }).map((part) =>
    part.toLowerCase().replace(/[^a-z0-9]/g, ""),
  );
  // 招行, 工行: a bank's short name. The dictionary takes 行 alone for xing.
  if (/^.行$/u.test(name)) syllables[1] = "hang";
  return { pinyin: syllables.join(""), initials: syllables.map((part) => part.slice(0, 1)).join("") };
}

export const plain = (text: string) => text.normalize("NFKC");

/** How a name is written in a text: without the exchange's marks for losses, share classes and first days. */
export function writtenForms(listed: string): string[] {
  const name = plain(listed).replace(/\s+/g, "");
  const bare = name.replace(/^(?:\*?ST|[SCN](?=[^A-Z]))/, "").replace(/(?<=[^A-Z])[AB]$|-(?:U|W|UW|WD)$/, "");
  const marked = /^[*SCN]/.test(name) && bare !== name;
  return bare === name || bare.length < (marked ? 3 : 2) ? [name] : [name, bare];
}
