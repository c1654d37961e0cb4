type Json = {
  $ref?: string;
  examples?: unknown[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  properties?: Record<string, Json>;
  items?: Json;
  anyOf?: Json[];
  oneOf?: Json[];
};

/** An example of what a schema describes, put together from the examples of its parts. */
export function exampleOf(schema: Json, schemas: Record<string, Json>): unknown {
  if (schema.$ref) {
    const named = schemas[schema.$ref.split("/").at(-1)!];
    if (!named) throw new Error(`no schema ${schema.$ref}`);
    return exampleOf(named, schemas);
  }
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variant = (schema.oneOf ?? schema.anyOf)?.[0];
  if (variant) return exampleOf(variant, schemas);
  if (schema.items) return [exampleOf(schema.items, schemas)];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, exampleOf(one, schemas)] as const),
    );
  if (schema.type === "null") return null;
  throw new Error(`a part without an example: ${JSON.stringify(schema).slice(0, 200)}`);
}
