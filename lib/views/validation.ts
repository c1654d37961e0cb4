import { z } from "zod";
import { deskQuery, readDeskQuery } from "@/lib/articles/desk-params";

const id = z.uuid({ error: "编号不对" });
const name = z.string().trim().min(1, "请给视图起个名字").max(20, "名字最多 20 个字");

export const saveViewInput = z.object({
  name,
  /** What stands behind the `?`; kept in the one spelling that the list itself writes, without a place in it. */
  query: z
    .string()
    .max(2000)
    .transform((query) => deskQuery(readDeskQuery(query))),
  isShared: z.boolean(),
});
export const changeViewInput = z.object({ id, name, isShared: z.boolean() });
export const deleteViewInput = z.object({ id });

export type SaveViewInput = z.infer<typeof saveViewInput>;
export type ChangeViewInput = z.infer<typeof changeViewInput>;
