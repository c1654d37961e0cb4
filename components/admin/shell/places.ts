import {
  ArrowLeftRight,
  ChartColumn,
  FileText,
  Flag,
  History,
  House,
  Images,
  KeyRound,
  type LucideIcon,
  Newspaper,
  Send,
  Settings,
  Tags,
  TrendingUp,
  Users,
  Zap,
} from "lucide-react";
import type { Role } from "@/lib/context";

export type Place = {
  href: string;
  name: string;
  icon: LucideIcon;
  /** Who has business there; absent: everyone of the newsroom. */
  roles?: Role[];
};

/** Where one can go in the newsroom, in the order of the menu. What is here must work. */
const GROUPS: { name: string; places: Place[] }[] = [
  {
    name: "内容",
    places: [
      { href: "/admin/articles", name: "文章", icon: FileText },
      { href: "/admin/flash", name: "快讯台", icon: Zap, roles: ["admin", "editor"] },
      { href: "/admin/media", name: "图库", icon: Images },
    ],
  },
  {
    name: "编排",
    places: [
      { href: "/admin/front", name: "首页编排", icon: House, roles: ["admin", "editor"] },
      { href: "/admin/reports", name: "更正与报错", icon: Flag, roles: ["admin", "editor"] },
      { href: "/admin/categories", name: "媒体与栏目", icon: Newspaper, roles: ["admin", "editor"] },
      { href: "/admin/tags", name: "标签", icon: Tags, roles: ["admin", "editor"] },
      { href: "/admin/securities", name: "证券", icon: TrendingUp, roles: ["admin", "editor"] },
    ],
  },
  {
    name: "站务",
    places: [
      { href: "/admin", name: "数据", icon: ChartColumn, roles: ["admin", "editor"] },
      { href: "/admin/users", name: "用户", icon: Users, roles: ["admin"] },
      { href: "/admin/tokens", name: "接口令牌", icon: KeyRound, roles: ["admin"] },
      { href: "/admin/redirects", name: "重定向", icon: ArrowLeftRight, roles: ["admin", "editor"] },
      { href: "/admin/pushes", name: "推送", icon: Send, roles: ["admin"] },
      { href: "/admin/audit", name: "操作记录", icon: History, roles: ["admin"] },
      { href: "/admin/settings", name: "设置", icon: Settings, roles: ["admin"] },
    ],
  },
];

/** The menu of somebody with this role; groups in which they have nothing to do are left out. */
export const placesFor = (role: Role) =>
  GROUPS.map(({ name, places }) => ({
    name,
    places: places.filter(({ roles }) => !roles || roles.includes(role)),
  })).filter(({ places }) => places.length > 0);
