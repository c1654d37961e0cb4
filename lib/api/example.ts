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

/**
 * An example of what a schema describes, put together from the examples of its parts.
 * @param instead what stands for a schema with this name wherever another one points at it
 */
export function exampleOf(schema: Json, schemas: Record<string, Json>, instead: Record<string, unknown> = {}): unknown {
  if (schema.$ref) {
    const name = schema.$ref.split("/").at(-1)!;
    if (name in instead) return instead[name];
    const named = schemas[name];
    if (!named) throw new Error(`no schema ${schema.$ref}`);
    return exampleOf(named, schemas, instead);
  }
  if (schema.examples) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const variant = (schema.oneOf ?? schema.anyOf)?.[0];
  if (variant) return exampleOf(variant, schemas, instead);
  if (schema.items) return [exampleOf(schema.items, schemas, instead)];
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, one]) => [name, exampleOf(one, schemas, instead)] as const),
    );
  if (schema.type === "null") return null;
  throw new Error(`a part without an example: ${JSON.stringify(schema).slice(0, 200)}`);
}
