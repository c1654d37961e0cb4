import { z } from "zod";

/** Days that a link may live; the first is offered. */
export const LINK_DAYS = [7, 1, 30] as const;

export const createPreviewLinkInput = z.object({
  id: z.uuid({ error: "编号不对" }),
  days: z.coerce.number().refine((days) => LINK_DAYS.some((allowed) => allowed === days), "有效期为 1、7 或 30 天"),
});
export const revokePreviewLinkInput = z.object({
  id: z.uuid({ error: "编号不对" }),
  /** The hash that is stored in the token's place: it names a link and opens nothing. */
  link: z.string().regex(/^[0-9a-f]{64}$/, "没有这个链接"),
});
/** 32 random bytes in base64url. */
export const tokenSchema = z.string().regex(/^[\w-]{43}$/);

export type CreatePreviewLinkInput = z.infer<typeof createPreviewLinkInput>;
export type RevokePreviewLinkInput = z.infer<typeof revokePreviewLinkInput>;
