import type { Role } from "@/lib/context";

/** What the roles are called, from the one with most rights to the one with fewest. */
export const ROLE_NAMES: Record<Role, string> = {
  admin: "管理员",
  editor: "编辑",
  author: "作者",
  contributor: "特约作者",
};
