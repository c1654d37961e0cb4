import { ROLE_NAMES } from "@/lib/users/role-names";
import { ROLES } from "@/lib/users/validation";

type Role = (typeof ROLES)[number];

const MAY: Record<Role, string> = {
  admin: "全部权限，包括用户和设置",
  editor: "写稿、改稿、发布、撤回",
  author: "写自己的稿，交编辑发布",
  contributor: "写自己的稿，交编辑发布；不能给外人发预览链接",
};

/** One of the roles, each with what it may do. */
export function RoleChoice({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  return (
    <fieldset className="roles">
      <legend>角色</legend>
      {ROLES.map((name) => (
        <label className="tick" key={name}>
          <input type="radio" name="role" value={name} checked={role === name} onChange={() => onChange(name)} />
          <span>
            {ROLE_NAMES[name]}
            <small>{MAY[name]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
