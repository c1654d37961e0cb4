import { exampleOf } from "./example";
import { componentSchemas, nameOf, parametersOf } from "./openapi";
import { API_PATH, OPERATION_IDS, type OperationId, operation } from "./operations";

export type Described = {
  id: OperationId;
  path: string;
  summary: string;
  description: string;
  parameters: { name: string; isRequired: boolean; says: string; example: string }[];
  /** JSON; none for the document itself. */
  example: string | null;
};

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** An article in the examples of lists: in full it stands once. */
function shortened(article: Record<string, unknown>) {
  const { id, uri, headline } = article;
  return { id, uri, headline, "…": "其余同“一篇文章”" };
}

/** Each operation as the page for developers tells of it, by the schemas that the API checks and answers by. */
export function describeOperations(): Described[] {
  const schemas = componentSchemas();
  const article = exampleOf(schemas.Article!, schemas) as Record<string, unknown>;
  return OPERATION_IDS.map((id) => {
    const { path, summary, description, answer } = operation(id);
    const example =
      id === "openapi"
        ? null
        : id === "getArticle"
          ? pretty(article)
          : pretty(exampleOf(schemas[nameOf(answer)]!, schemas, { Article: shortened(article) }));
    const parameters = parametersOf(id).map((parameter) => ({
      name: parameter.name,
      isRequired: parameter.required,
      says: String(parameter.description ?? ""),
      example: "example" in parameter ? String(parameter.example) : "",
    }));
    return { id, path: API_PATH + path, summary, description, parameters, example };
  });
}

/** Each field of an article, and what it holds. */
export const describeArticle = () =>
  Object.entries((componentSchemas().Article?.properties ?? {}) as Record<string, { description?: string }>).map(
    ([name, { description = "" }]) => ({ name, says: description }),
  );

/** Two changes in the log: one with the article, one of what is gone. */
export function describeChanges(): string {
  const schemas = componentSchemas();
  const article = exampleOf(schemas.Article!, schemas) as Record<string, unknown>;
  const one = (name: string) => exampleOf(schemas[name]!, schemas, { Article: shortened(article) });
  const page = exampleOf(schemas.ChangePage!, schemas) as { next: string; more: boolean };
  return pretty({ items: [one("ShownChange"), one("GoneChange")], next: page.next, more: page.more });
}
