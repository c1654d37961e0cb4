import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Content = Record<string, { schema: { $ref: string } }>;
type Operation = { operationId: string; responses: Record<string, { content?: Content }> };
type Document = { paths: Record<string, { get: Operation }>; components: { schemas: Record<string, unknown> } };

const escaped = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");

/** Checks answers against an OpenAPI 3.1 document, as a program of somebody else would. */
export function contractOf(document: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // The package's types and its module disagree on where the function is.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema(document as object, "openapi");
  const { paths } = document as Document;

  /** What is wrong with an answer of this path, in words; nothing when it is as the document says. */
  async function faultsOf(path: string, response: Response): Promise<string[]> {
    const promised = paths[path]?.get.responses[response.status];
    if (!promised) return [`${path} answers ${response.status}, which the document does not name`];
    const body = await response.text();
    const type = (response.headers.get("content-type") ?? "").split(";")[0]!;
    const content = Object.keys(promised.content ?? {});
    if (content.length === 0) return body === "" ? [] : [`${path} ${response.status} has a body`];
    if (!content.includes(type)) return [`${path} ${response.status} is ${type}, not ${content}`];
    const pointer = `openapi#/paths/${escaped(path)}/get/responses/${response.status}/content/${escaped(type)}/schema`;
    const validate = ajv.getSchema(pointer);
    if (!validate) return [`no schema at ${pointer}`];
    if (validate(JSON.parse(body))) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${path}${instancePath} ${message}`);
  }
  return { faultsOf };
}
