"use client";

import { useEffect, useState } from "react";
import { listSavedAmong } from "@/lib/writing/actions";
import { draftName } from "@/lib/writing/draft-name";
import { EMPTY_FIELDS, sameFields } from "@/lib/writing/fields";
import { type Entry, listJournal } from "./journal";

export type UnsavedDraft = { id: string; title: string; seq: number; savedAt: string };

const fromEntry = ({ articleId, fields, seq, savedAt }: Entry): UnsavedDraft => ({
  ...{ id: articleId, seq, savedAt },
  title: draftName(fields),
});

/** A journal is kept by one browser: the story may have been saved from another, or its answer may have been lost. */
async function dropSaved(drafts: UnsavedDraft[]): Promise<UnsavedDraft[]> {
  if (drafts.length === 0) return drafts;
  const answer = await listSavedAmong({ ids: drafts.map(({ id }) => id) }).catch(() => null);
  return answer?.ok ? drafts.filter(({ id }) => !answer.data.includes(id)) : drafts;
}

/** New stories that were begun and never saved, from the server and from this browser, newest first. */
export function useUnsavedNew(userId: string, onServer: UnsavedDraft[], except = ""): UnsavedDraft[] {
  const [inBrowser, setInBrowser] = useState<UnsavedDraft[]>([]);
  useEffect(() => {
    let wanted = true;
    const known = new Map(onServer.map((draft) => [draft.id, draft]));
    listJournal(userId)
      .then(async (entries) => {
        const begun = entries.filter(
          ({ baseVersion, fields }) => baseVersion === 0 && !sameFields(fields, EMPTY_FIELDS),
        );
        const drafts = begun.map(fromEntry).filter(({ id, seq }) => seq > (known.get(id)?.seq ?? 0));
        const unknown = await dropSaved(drafts.filter(({ id }) => !known.has(id)));
        if (wanted) setInBrowser([...drafts.filter(({ id }) => known.has(id)), ...unknown]);
      })
      // A browser without storage has none.
      .catch(() => {});
    return () => {
      wanted = false;
    };
  }, [userId, onServer]);
  const newer = new Set(inBrowser.map(({ id }) => id));
  return [...inBrowser, ...onServer.filter(({ id }) => !newer.has(id))]
    .filter(({ id }) => id !== except)
    .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
}
