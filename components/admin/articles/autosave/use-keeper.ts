"use client";

import { type RefObject, useEffect, useState, useSyncExternalStore } from "react";
import type { ArticleFields } from "@/lib/writing/fields";
import { Keeper } from "./keeper";
import type { Opening } from "./opening";

/** One keeper for as long as the form stands. */
export function useKeeper(
  articleId: string,
  userId: string,
  { start, pastes }: Opening,
  read: () => ArticleFields | null,
  handOut: RefObject<() => void>,
) {
  const [keeper] = useState(
    () => new Keeper({ articleId, userId, start, pastes, read, settle: () => handOut.current() }),
  );
  useEffect(() => keeper.start(), [keeper]);
  const state = useSyncExternalStore(
    keeper.subscribe,
    () => keeper.state,
    () => start,
  );
  return { keeper, state };
}
