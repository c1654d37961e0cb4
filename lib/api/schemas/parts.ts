import { z } from "zod";

/** Stands in examples for the site's own address. */
export const EXAMPLE_SITE = "https://news.example.com";

export const address = (path: string, description: string) =>
  z.url().meta({ description, examples: [`${EXAMPLE_SITE}${path}`] });

export const words = (description: string, example: string) => z.string().meta({ description, examples: [example] });

export const whole = (description: string, example: number) =>
  z
    .int()
    .nonnegative()
    .meta({ description, examples: [example] });

/** Always in Beijing time, as on the pages: `2026-11-23T14:20:00+08:00`. */
export const moment = (description: string, example = "2026-11-23T14:20:00+08:00") =>
  z.iso.datetime({ offset: true }).meta({ description, examples: [example] });

/** The same or null; `when` says when it is. */
export const orNull = <Schema extends z.ZodType>(schema: Schema, when: string) => {
  const { description, ...meta } = schema.meta() ?? {};
  return schema.nullable().meta({ ...meta, description: `${description}；${when}时为 null` });
};

export const place = z
  .string()
  .nullable()
  .meta({ description: "下一页的位置，原样填进 cursor；没有下一页时为 null", examples: ["MTc2Mzg3ODgwMDAwMC0wMTlh"] });

/** One page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item).meta({ description: "这一页的内容" }), next: place });
