/** So many characters fill two lines on the narrowest phone. */
export const BAR_LENGTH = 36;
/** In Chinese characters; a Latin letter or a figure is about half as wide. */
export const barLength = (text: string) =>
  Math.ceil([...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 1 : 0.5), 0));

export const BAR_KIND_NAMES = { breaking: "突发", live: "直播", important: "重要" } as const;
export type BarKind = keyof typeof BAR_KIND_NAMES;

/** The line of breaking news, as its desk sees it. */
export type Bar = {
  id: string;
  kind: BarKind;
  text: string;
  raisedBy: string;
  /** What it leads to: an article with its address and title, or another page, or nothing. */
  articleId: string | null;
  slug: string | null;
  title: string | null;
  toPath: string | null;
  startsAt: string;
  endsAt: string;
  /** Its article, if it leads to one, can be read; if not, readers do not see the line. */
  isPublic: boolean;
};

/** The same as readers see it. */
export type ShownBar = Pick<Bar, "kind" | "text" | "startsAt"> & { href: string | null };
