"use client";

import { createContext, type ReactNode, useContext } from "react";

const SiteName = createContext("");

/** The site's name, for parts of the desk that show how a page looks from outside. */
export const useSiteName = () => useContext(SiteName);

export function SiteNameProvider({ name, children }: { name: string; children: ReactNode }) {
  return <SiteName value={name}>{children}</SiteName>;
}
