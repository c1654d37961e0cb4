"use client";

import { useEffect, useState } from "react";

export type Outlet = { id: string; name: string };
let asked: Promise<Outlet[]> | undefined;

async function ask(): Promise<Outlet[]> {
  const answer = await fetch("/api/admin/outlets");
  if (!answer.ok) throw new Error(`outlets: ${answer.status}`);
  return answer.json();
}

/** Every outlet, asked for once a page, after it is there; `known` stands for them until then. */
export function useOutlets(known: Outlet[]): Outlet[] {
  const [outlets, setOutlets] = useState<Outlet[] | null>(null);
  useEffect(() => {
    asked ??= ask();
    // Without an answer the select keeps what it had; the next page asks again.
    asked.then(setOutlets).catch(() => {
      asked = undefined;
    });
  }, []);
  return outlets ?? known;
}
