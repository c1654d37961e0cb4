/** Everything an editor can change about an article, as the form holds it. */
export type ArticleFields = {
  title: string;
  slug: string;
  summary: string;
  bodyHtml: string;
  kind: string;
  level: string;
  categoryId: string;
  tags: string[];
  symbols: string[];
  sourceName: string;
  originalUrl: string;
  editorName: string;
};

export const EMPTY_FIELDS: ArticleFields = {
  title: "",
  slug: "",
  summary: "",
  bodyHtml: "",
  kind: "story",
  level: "1",
  categoryId: "",
  tags: [],
  symbols: [],
  sourceName: "",
  originalUrl: "",
  editorName: "",
};

const NAMES = Object.keys(EMPTY_FIELDS) as (keyof ArticleFields)[];

/** The form's part of a stored article or revision, each value in the form's own type. */
export function fieldsOf(stored: { [Name in keyof ArticleFields]?: unknown }): ArticleFields {
  const entries = NAMES.map((name) => {
    const value = stored[name];
    const isList = Array.isArray(EMPTY_FIELDS[name]);
    return [name, isList ? (Array.isArray(value) ? value.map(String) : []) : String(value ?? EMPTY_FIELDS[name])];
  });
  return Object.fromEntries(entries) as ArticleFields;
}

/** Whether two forms say the same; the order of tags and securities means nothing. */
export const sameFields = (a: ArticleFields, b: ArticleFields) =>
  NAMES.every((name) => {
    const [one, other] = [a[name], b[name]];
    return Array.isArray(one) && Array.isArray(other)
      ? [...one].sort().join("\n") === [...other].sort().join("\n")
      : one === other;
  });
