export type FrontMatter = { title: string; date: string; categories: string; tags: string };
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
  const front: FrontMatter = { title: "", date: "", categories: "", tags: "" };
  for (const line of match[1]!.split(/\r?\n/)) {
    const pair = /^(title|date|categories|category|tags)\s*:(.*)$/.exec(line);
    if (!pair) continue;
    const key = pair[1] === "category" ? "categories" : (pair[1] as keyof FrontMatter);
    const value = pair[2]!.trim();
    front[key] = key === "title" ? readTitle(value).trim() : unquote(value);
  }
  return { front, body: text.slice(match[0].length) };
}

/** Quotes or a one-element list around a plain value. */
const unquote = (value: string) =>
  value
    .replace(/^\[(.*)\]$/, "$1")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
