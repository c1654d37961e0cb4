import type { z } from "zod";
import { Problem } from "./problem";

const said = (faults: { parameter: string; detail: string }[]) =>
  new Problem(
    "bad-parameter",
    `有 ${faults.length} 个参数不对：${faults.map(({ detail }) => detail).join("；")}。`,
    faults,
  );

/**
 * The checked parameters of a query string.
 * @throws {Problem} naming each wrong one and what was expected
 */
export function readQuery<Schema extends z.ZodObject>(schema: Schema, given: URLSearchParams): z.output<Schema> {
  const known = Object.keys(schema.shape);
  const faults: { parameter: string; detail: string }[] = [];
  const values: Record<string, string> = {};
  for (const name of new Set(given.keys())) {
    const all = given.getAll(name);
    const list = known.length > 0 ? `可用的有 ${known.join("、")}` : "这个地址不用参数";
    if (!known.includes(name)) faults.push({ parameter: name, detail: `没有参数 ${name.slice(0, 40)}，${list}` });
    else if (all.length > 1) faults.push({ parameter: name, detail: `${name} 只能写一次` });
    else values[name] = all[0]!;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues) {
      const parameter = String(path[0] ?? "");
      if (!faults.some((fault) => fault.parameter === parameter)) faults.push({ parameter, detail: message });
    }
  if (faults.length > 0 || !parsed.success) throw said(faults);
  return parsed.data;
}
