import { z } from "zod";

const ROLES = ["admin", "editor", "author"] as const;
const MIN_PASSWORD = 10;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: "请填邮箱地址" }).max(254, "邮箱太长了"));
const name = z.string().trim().min(1, "请填姓名").max(40, "姓名最多 40 个字");
const password = z.string().min(MIN_PASSWORD, `密码至少 ${MIN_PASSWORD} 个字符`).max(200, "密码最多 200 个字符");

export const setUpInput = z.object({ token: z.string().max(200), email, name, password });
export const createUserInput = z.object({ email, name, password, role: z.enum(ROLES, { error: "请选角色" }) });
export const changePasswordInput = z.object({ current: z.string().max(1000), password });
export const setPasswordInput = z.object({ email, password });
export const disableUserInput = z.object({ email });

export type SetUpInput = z.infer<typeof setUpInput>;
export type CreateUserInput = z.infer<typeof createUserInput>;
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;
