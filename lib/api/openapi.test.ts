import { readdirSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, test } from "vitest";
import { exampleOf } from "./example";
import { componentSchemas, openApi } from "./openapi";
import { OPERATION_IDS, operation, operationAt } from "./operations";

const document = openApi({ name: "金融消息", contact: "" });

test("the document is valid OpenAPI 3.1, and names nothing that it does not hold", async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  expect(validator.version).toBe("3.1");
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)];
  const { components } = document as { components: Record<string, Record<string, unknown>> };
  expect(named.filter(([, kind, name]) => !components[kind!]?.[name!])).toEqual([]);
});

test("one door answers what the document names, and there is no other way in", () => {
  const folder = join(process.cwd(), "app/api/v1");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name, parentPath }) => join(parentPath, name))).toEqual([join(folder, "[[...path]]/route.ts")]);
  const reached = Object.keys(document.paths).map((path) => operationAt(path.split("/").filter(Boolean))?.id);
  expect(reached).toEqual(OPERATION_IDS);
  expect(Object.keys(document.paths)).toEqual(OPERATION_IDS.map((id) => operation(id).path || "/"));
});

test("every part of an answer is described and has an example that fits", () => {
  const schemas = componentSchemas();
  for (const [name, schema] of Object.entries(schemas)) {
    if (name === "OpenApi") continue;
    for (const [part, one] of Object.entries((schema.properties ?? {}) as Record<string, { description?: string }>))
      expect(one.description, `${name}.${part}`).toBeTruthy();
    expect(exampleOf(schema, schemas), name).not.toBeUndefined();
  }
});
