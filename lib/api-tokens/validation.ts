import { z } from "zod";

/** Written out, because a browser must not load the schema of the database. */
export const SCOPES = {
  read: { name: "读取", says: "文章、媒体、标签、证券、搜索与变更流；每分钟 600 次。每个令牌都有。" },
  "full-text": { name: "全文", says: "不论媒体的设置，一律给全文。只给与这些媒体都有约定的合作方。" },
} as const;
export type Scope = keyof typeof SCOPES;
const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** For how many days a token may count; 0: until it is revoked. */
export const LIFETIMES = { "0": "不限", "90": "90 天", "365": "一年" } as const;

const name = z.string().trim().min(1, "请填合作方的名称").max(60, "名称最多 60 个字");
const handle = { id: z.uuid({ error: "没有这个令牌" }), version: z.int().positive() };

export const createTokenInput = z.object({
  name,
  /** Beside reading, which every token may. */
  scopes: z.array(z.enum(SCOPE_NAMES, { error: "没有这个权限" })).max(SCOPE_NAMES.length),
  days: z.enum(Object.keys(LIFETIMES) as [keyof typeof LIFETIMES], { error: "请选有效期" }),
});
export const renameTokenInput = z.object({ ...handle, name });
export const revokeTokenInput = z.object(handle);

export type CreateTokenInput = z.infer<typeof createTokenInput>;
export type RenameTokenInput = z.infer<typeof renameTokenInput>;
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>;
