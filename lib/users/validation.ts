import { z } from "zod";
import { MAX_PASSWORD, MIN_PASSWORD } from "@/lib/users/password-rules";

/** Written out, because a browser must not load the schema of the database. */
export const ROLES = ["admin", "editor", "author", "contributor"] as const;
const MOST_CATEGORIES = 500;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "请填邮箱地址" }).max(254, "邮箱太长了"));
const name = z.string().trim().min(1, "请填姓名").max(40, "姓名最多 40 个字");
/** Sizes only; what it may not be made of depends on the person, and the commands know that. */
const password = z
  .string()
  .min(MIN_PASSWORD, `密码至少 ${MIN_PASSWORD} 个字符`)
  .max(MAX_PASSWORD, `密码最多 ${MAX_PASSWORD} 个字符`);
const current = z.string().max(1000);
const role = z.enum(ROLES, { error: "请选角色" });
const token = z.string().max(200);
const categoryIds = z.array(z.uuid({ error: "没有这个媒体" })).max(MOST_CATEGORIES, `最多 ${MOST_CATEGORIES} 个媒体`);

export const setUpInput = z.object({ token, email, name, password });
export const createUserInput = z.object({ email, name, password, role });
export const changePasswordInput = z.object({ current, password });
export const setPasswordInput = z.object({ email, password });
/** How the operator names somebody. */
export const emailInput = z.object({ email });
export const userIdInput = z.object({ id: z.uuid({ error: "没有这个用户" }) });
export const changeRightsInput = z.object({ id: z.uuid({ error: "没有这个用户" }), role, categoryIds });
/** `current` is asked for when the address changes. */
export const changeProfileInput = z.object({ name, email, current: current.default("") });
export const inviteInput = z.object({ email, role, categoryIds });
export const linkInput = z.object({ link: z.string().regex(/^[0-9a-f]{64}$/, "没有这个链接") });
export const acceptInviteInput = z.object({ token, name, password });
export const newPasswordInput = z.object({ token, password });
export const confirmInput = z.object({ current: current.min(1, "请填当前密码") });
export const totpCodeInput = z.object({
  code: z
    .string()
    .transform((text) => text.replaceAll(" ", ""))
    .pipe(z.string().regex(/^\d{6}$/, "请填 6 位数字")),
});
export const sessionIdInput = z.object({ id: z.uuid({ error: "没有这台设备" }) });
export const nothingInput = z.object({});
export const fourEyesInput = z.object({ on: z.boolean() });

export type SetUpInput = z.infer<typeof setUpInput>;
export type CreateUserInput = z.infer<typeof createUserInput>;
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
export type ChangeProfileInput = z.infer<typeof changeProfileInput>;
export type ChangeRightsInput = z.infer<typeof changeRightsInput>;
export type InviteInput = z.infer<typeof inviteInput>;
export type AcceptInviteInput = z.infer<typeof acceptInviteInput>;
