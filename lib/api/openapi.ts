import { z } from "zod";
import { env } from "@/lib/env";
import type { Site } from "@/lib/settings/defaults";
import { API_PATH, OPERATION_IDS, OPERATIONS, type OperationId, operation } from "./operations";
import { ANONYMOUS, PARTNER, WINDOW_SECONDS } from "./rate-limit";
import { article } from "./schemas/article";
import { change, goneChange, shownChange } from "./schemas/change";
import * as others from "./schemas/others";
import { EXAMPLE_SITE } from "./schemas/parts";
import { PROBLEMS, type ProblemName, problem } from "./schemas/problem";

type Json = { [key: string]: unknown };

/** What a schema is for a machine: JSON Schema 2020-12, which is what OpenAPI 3.1 uses. */
function jsonOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, $defs, ...json } = z.toJSONSchema(schema, { io }) as Json;
  return json;
}

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const NAMED = [article, shownChange, goneChange, change, others.category, others.tag, others.security, problem];

/** Every schema that has a name, each once; where one holds another it points at it. */
export function componentSchemas(): Record<string, Json> {
  const registry = z.registry<{ id: string }>();
  for (const schema of new Set([...NAMED, ...OPERATION_IDS.map((id) => operation(id).answer)]))
    registry.add(schema, { id: nameOf(schema) });
  const { schemas } = z.toJSONSchema(registry, { io: "output", uri: (name) => `#/components/schemas/${name}` });
  const plain = Object.entries(schemas as Record<string, Json>).map(
    ([name, { $schema: _, $id: __, id: ___, ...schema }]) => [name, schema] as const,
  );
  return JSON.parse(JSON.stringify(Object.fromEntries(plain)).replaceAll(EXAMPLE_SITE, env().siteUrl));
}

/** What an answer's schema is called. */
export function nameOf(schema: z.ZodType): string {
  const name = schema.meta()?.id;
  if (!name) throw new Error("an answer without a name");
  return name;
}

const LIMIT_HEADERS = {
  "RateLimit-Policy": { $ref: "#/components/headers/RateLimit-Policy" },
  RateLimit: { $ref: "#/components/headers/RateLimit" },
};

const refused = (names: readonly ProblemName[]) =>
  Object.fromEntries(
    names.map((name) => [
      PROBLEMS[name].status,
      {
        description: `${PROBLEMS[name].title}：${PROBLEMS[name].says}`,
        content: { "application/problem+json": { schema: refTo("Problem") } },
      },
    ]),
  );

const ALWAYS = ["bad-parameter", "bad-token", "too-many", "failed"] as const;

/** What an operation is asked with, as OpenAPI says it. */
export function parametersOf(id: OperationId) {
  const { param, query } = operation(id);
  const inPath = param && {
    name: param.name,
    in: "path",
    required: true,
    description: param.description,
    schema: { type: "string" },
    example: param.example,
  };
  const { properties = {}, required = [] } = jsonOf(query, "input") as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, { description, examples, ...schema }]) => ({
    ...{ name, in: "query", required: required.includes(name), description, schema },
    ...(Array.isArray(examples) && { example: examples[0] }),
  }));
  return inPath ? [inPath, ...inQuery] : inQuery;
}

function pathItem(id: OperationId) {
  const { summary, description, answer, problems, param } = operation(id);
  const moves = "moves" in OPERATIONS[id];
  return {
    get: {
      ...{ operationId: id, summary, description, tags: ["read"], parameters: parametersOf(id) },
      responses: {
        200: {
          description: "答复",
          headers: { ...LIMIT_HEADERS, ETag: { $ref: "#/components/headers/ETag" } },
          content: { "application/json": { schema: refTo(nameOf(answer)) } },
        },
        304: { description: "自 If-None-Match 写的那一版以来没有变化", headers: LIMIT_HEADERS },
        ...(moves && { 308: { description: `${param ? "它" : "条件里的媒体或标签"}改了地址，见 Location` } }),
        ...refused([...ALWAYS, ...problems]),
      },
    },
  };
}

/** The OpenAPI 3.1 document of the read API, made from what the API itself checks and answers by. */
export function openApi({ name, contact }: Pick<Site, "name" | "contact">) {
  const { siteUrl } = env();
  const minute = WINDOW_SECONDS / 60;
  return {
    openapi: "3.1.1" as const,
    info: {
      title: `${name}：读取接口`,
      version: "1.0.0",
      description: `只读。匿名每 ${minute} 分钟 ${ANONYMOUS.most} 次，令牌每 ${minute} 分钟 ${PARTNER.most} 次。说明见 ${siteUrl}/developers。`,
      ...(contact && { "x-contact": contact }),
    },
    servers: [{ url: siteUrl + API_PATH }],
    tags: [{ name: "read", description: "读取" }],
    // Nothing needs a token; one raises the limit and may open full texts.
    security: [{}, { token: [] }],
    paths: Object.fromEntries(OPERATION_IDS.map((id) => [operation(id).path || "/", pathItem(id)])),
    components: {
      schemas: componentSchemas(),
      headers: {
        "RateLimit-Policy": {
          description: "配额：q 次，每 w 秒",
          schema: { type: "string" },
          example: `"${ANONYMOUS.name}";q=${ANONYMOUS.most};w=${WINDOW_SECONDS}`,
        },
        RateLimit: {
          description: "还剩 r 次，t 秒后重新计数",
          schema: { type: "string" },
          example: `"${ANONYMOUS.name}";r=59;t=60`,
        },
        ETag: { description: "这一版答复的记号", schema: { type: "string" } },
      },
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "合作方的令牌，以 fn_ 开头" } },
    },
  };
}
