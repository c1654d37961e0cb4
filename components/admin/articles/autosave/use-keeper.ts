"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { ArticleFields } from "@/lib/writing/fields";
import { Keeper, type KeeperState } from "./keeper";

/** One keeper for as long as the form stands. */
export function useKeeper(articleId: string, userId: string, start: KeeperState, read: () => ArticleFields | null) {
  const [keeper] = useState(() => new Keeper({ articleId, userId, start, read }));
  useEffect(() => keeper.start(), [keeper]);
  const state = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.state,
    () => start,
  );
  return { keeper, state };
}
