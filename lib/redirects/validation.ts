import { z } from "zod";

export const MOST_LINES = 1000;
const MOST_BYTES = 300_000;

const address = (name: string) => z.string().trim().min(1, `请填${name}`).max(500, `${name}最多 500 个字`);
const id = z.uuid({ error: "编号不对" });

export const saveRedirectInput = z.object({
  /** Absent for a new one. */
  id: id.optional(),
  from: address("旧地址"),
  to: address("新地址"),
});
/** A missing address, decoded, as it was counted. */
export const missingInput = z.object({
  path: z.string().startsWith("/", "地址以 / 开头").max(500, "地址最多 500 个字"),
});
export const deleteRedirectInput = z.object({ id });
export const importRedirectsInput = z.object({
  csv: z.string().trim().min(1, "请粘贴或选一个 CSV").max(MOST_BYTES, "文件太大，最多 300 KB"),
  dryRun: z.boolean(),
});
export type SaveRedirectInput = z.output<typeof saveRedirectInput>;
export type ImportRedirectsInput = z.output<typeof importRedirectsInput>;
