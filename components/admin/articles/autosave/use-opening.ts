"use client";

import { useEffect, useState } from "react";
import { fieldsOf } from "@/lib/writing/fields";
import type { Writing } from "@/lib/writing/loaders";
import { readJournal } from "./journal";
import { chooseOpening, type Opening } from "./opening";

/** Null while the browser's own journal is looked up: the form begins with the right text or not at all. */
export function useOpening({ id, me, article, copy }: Pick<Writing, "id" | "me" | "article" | "copy">) {
  const [opening, setOpening] = useState<Opening | null>(null);
  // A refresh after a save brings a new article; the form goes on with what it has.
  const [first] = useState({ article, copy });
  useEffect(() => {
    let wanted = true;
    const stored = first.article && { fields: fieldsOf(first.article), version: first.article.version };
    readJournal(me.id, id)
      .catch(() => null)
      .then((local) => wanted && setOpening(chooseOpening(stored, first.copy, local ?? null)));
    return () => {
      wanted = false;
    };
  }, [id, me.id, first]);
  return opening;
}
