"use client";

import { useEffect, useState } from "react";

const EVERY_MS = 15_000;

/** The time, as the server said it first and then by this computer. */
export function useNow(first: string): Date {
  const [now, setNow] = useState(() => new Date(first));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
