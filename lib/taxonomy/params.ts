import { z } from "zod";

const shape = z.object({
  about: z.enum(["category", "tag"]).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type ActParams = z.output<typeof shape>;

export const readActParams = (search: Record<string, string | string[] | undefined>): ActParams => shape.parse(search);

export function actsPath({ about }: ActParams, change: ActParams = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ about, ...change })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `/admin/taxonomy?${text}` : "/admin/taxonomy";
}
