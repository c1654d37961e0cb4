"use client";

import { useEffect, useState } from "react";
import { hearOutletName } from "@/lib/categories/actions";
import type { Sound } from "@/lib/categories/sound";

const PAUSE_MS = 250;

/** What the server says of a name a moment after the last letter. */
export function useSound(id: string | null, name: string): Sound | null {
  const [heard, setHeard] = useState<{ name: string; sound: Sound | null } | null>(null);
  useEffect(() => {
    if (name.trim() === "") return setHeard(null);
    let isOver = false;
    const timer = setTimeout(async () => {
      const answer = await hearOutletName({ id, name }).catch(() => null);
      if (!isOver && answer?.ok) setHeard({ name, sound: answer.data });
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [id, name]);
  return heard?.name === name ? heard.sound : null;
}
