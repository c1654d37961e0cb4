import { CircleUser, Globe, Keyboard, LogOut, type LucideIcon, Settings, SquarePen, Zap } from "lucide-react";
import { placesFor } from "@/components/admin/shell/places";
import type { Role } from "@/lib/context";
import { homePath } from "@/lib/urls";

/** What the palette offers without asking the server: a place to go to, or something to do. */
export type Entry = {
  name: string;
  icon: LucideIcon;
  /** Another word for it that one may look for. */
  also?: string;
  keys?: string;
} & ({ href: string } | { act: "keys" | "sign-out" });

const ACTIONS: Entry[] = [
  { name: "写稿", also: "新文章", icon: SquarePen, href: "/admin/articles/new", keys: "C" },
  { name: "看网站", also: "首页", icon: Globe, href: homePath },
  { name: "全部按键", also: "快捷键", icon: Keyboard, act: "keys", keys: "?" },
  { name: "退出", also: "退出登录", icon: LogOut, act: "sign-out" },
];
const FLASH = { name: "发快讯", icon: Zap, href: "/admin/flash" } satisfies Entry;

const SETTINGS = [
  { name: "网站名称与说明", also: "联系方式 版权与声明", place: "/admin/settings", part: "s-identity" },
  { name: "网站标志", also: "LOGO", place: "/admin/settings", part: "s-logo" },
  { name: "强调色", also: "颜色", place: "/admin/settings", part: "s-accent" },
  { name: "页脚链接", place: "/admin/settings", part: "s-links" },
  { name: "统计与跟踪", place: "/admin/settings", part: "s-analytics" },
  { name: "快讯复核", also: "四眼规则", place: "/admin/users", part: "four-eyes" },
];
const OWN: Entry[] = [
  { name: "我的账户", also: "姓名 邮箱", icon: CircleUser, href: "/admin/profile" },
  { name: "换密码", also: "修改密码", icon: CircleUser, href: "/admin/profile#password" },
  { name: "两步验证", also: "动态码 恢复码", icon: CircleUser, href: "/admin/profile#totp" },
  { name: "登录的设备", also: "退出其他设备", icon: CircleUser, href: "/admin/profile#devices" },
];

type EntryGroup = {
  name: string;
  entries: Entry[];
  /** Too much to be shown before somebody asks. */
  isAskedFor?: boolean;
};

/** Groups of entries for somebody with this role, in the order of the menu. */
export function entriesFor(role: Role): EntryGroup[] {
  const places = placesFor(role).flatMap((group) => group.places);
  const mayFlash = places.some(({ href }) => href === FLASH.href);
  const [write, ...others] = ACTIONS;
  const settings = SETTINGS.filter(({ place }) => places.some(({ href }) => href === place)).map(
    ({ place, part, ...entry }) => ({ ...entry, icon: Settings, href: `${place}#${part}` }),
  );
  return [
    { name: "去处", entries: places },
    { name: "操作", entries: [write!, ...(mayFlash ? [FLASH] : []), ...others] },
    { name: "设置", entries: [...settings, ...OWN], isAskedFor: true },
  ];
}
