"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Takes the focus when the details open: on a phone what was focused before is out of sight. */
export function DetailsHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
