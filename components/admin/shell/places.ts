import { FileText, Images, type LucideIcon } from "lucide-react";
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
      { href: "/admin/media", name: "图库", icon: Images },
    ],
  },
  { name: "编排", places: [] },
  { name: "站务", places: [] },
];

/** The menu of somebody with this role; groups in which they have nothing to do are left out. */
export const placesFor = (role: Role) =>
  GROUPS.map(({ name, places }) => ({
    name,
    places: places.filter(({ roles }) => !roles || roles.includes(role)),
  })).filter(({ places }) => places.length > 0);
