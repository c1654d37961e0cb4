import { Globe, Keyboard, LogOut, type LucideIcon, SquarePen, Zap } from "lucide-react";
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

/** Groups of entries for somebody with this role, in the order of the menu. */
export function entriesFor(role: Role): { name: string; entries: Entry[] }[] {
  const places = placesFor(role).flatMap((group) => group.places);
  const mayFlash = places.some(({ href }) => href === FLASH.href);
  const [write, ...others] = ACTIONS;
  return [
    { name: "去处", entries: places },
    { name: "操作", entries: [write!, ...(mayFlash ? [FLASH] : []), ...others] },
  ];
}
