export type FrontMatter = {
  title: string;
  date: string;
  categories: string;
  /** The outlet's tag: the whole line, or the first entry of a list. */
  tags: string;
  /** Further entries of a list; the old program wrote none, posts made by hand may. */
  keywords: string[];
};
export type SplitPost = { front: FrontMatter | null; body: string };

/** The old program joined `title: "` + title + `"` and escaped nothing, so the title may itself hold quotes. */
function readTitle(value: string): string {
  const from = value.indexOf('"');
  const to = value.lastIndexOf('"');
  if (from === 0 && to > 0) return value.slice(1, to);
  return value.replace(/^'(.*)'$/, "$1").replace(/^"/, "");
}

/**
 * Reads front matter line by line and never throws. Blank lines before the first `---` are accepted: Jekyll did not
 * see such a header, but it is one.
 */
export function splitFrontMatter(text: string): SplitPost {
  const match = /^\uFEFF?\s*---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { front: null, body: text };
  const lists: Record<"categories" | "tags", string[]> = { categories: [], tags: [] };
  const front: FrontMatter = { title: "", date: "", categories: "", tags: "", keywords: [] };
  let open: string[] | null = null;
  for (const line of match[1]!.split(/\r?\n/)) {
    const item = open && /^\s*-\s+(.*)$/.exec(line);
    if (open && item) {
      open.push(unquote(item[1]!.trim()));
      continue;
    }
    const pair = /^(title|date|categories|category|tags)\s*:(.*)$/.exec(line);
    open = null;
    if (!pair) continue;
    const value = pair[2]!.trim();
    if (pair[1] === "title") front.title = readTitle(value).trim();
    else if (pair[1] === "date") front.date = unquote(value);
    else {
      const list = lists[pair[1] === "tags" ? "tags" : "categories"];
      list.push(...listed(value));
      if (value === "") open = list;
    }
  }
  front.categories = lists.categories.filter(Boolean).join(" ");
  const [outlet = "", ...keywords] = lists.tags.filter(Boolean);
  return { front: { ...front, tags: outlet, keywords: [...new Set(keywords)] }, body: text.slice(match[0].length) };
}

const unquote = (value: string) => value.replace(/^(["'])(.*)\1$/, "$2").trim();

/** `[a, b]` has entries; any other value is one, blanks included: outlets have blanks in their names. */
const listed = (value: string): string[] =>
  /^\[.*\]$/.test(value)
    ? value
        .slice(1, -1)
        .split(/[,，]/)
        .map((part) => unquote(part.trim()))
    : [unquote(value)];
