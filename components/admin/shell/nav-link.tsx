"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the newsroom's menus that knows when one is there. */
export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const path = usePathname();
  // Every place is below the first one.
  const isHere = path === href || (href !== "/admin" && path.startsWith(`${href}/`));
  return (
    <a href={href} aria-current={isHere ? "page" : undefined}>
      {children}
    </a>
  );
}
