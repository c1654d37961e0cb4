"use client";

import { useState } from "react";

const KEY = "finews-flash-outlet";

function read(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** The outlet that flashes stand under; this browser remembers it. Only for what renders in the browser alone. */
export function useOutlet(outlets: { id: string }[]) {
  const [outlet, setOutlet] = useState(() => {
    const known = read();
    return outlets.some(({ id }) => id === known) ? known : "";
  });
  function choose(id: string) {
    setOutlet(id);
    try {
      localStorage.setItem(KEY, id);
    } catch {
      // Then it is asked for again next time.
    }
  }
  return [outlet, choose] as const;
}
