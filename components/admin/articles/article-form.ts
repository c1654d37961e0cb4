/** What the form holds as text, made into the input of the actions. */
const list = (text: string, separator: RegExp) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);

export function readArticleForm(form: HTMLFormElement, bodyHtml: string) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    title: text("title").replace(/\s*\n\s*/g, " "),
    slug: text("slug"),
    summary: text("summary"),
    bodyHtml,
    kind: text("kind") as "story" | "flash",
    level: text("level"),
    categoryId: text("categoryId"),
    tags: list(text("tags"), /[、,，;；\n]/),
    symbols: list(text("symbols"), /[\s、,，;；]/),
    sourceName: text("sourceName"),
    originalUrl: text("originalUrl"),
    editorName: text("editorName"),
  };
}
