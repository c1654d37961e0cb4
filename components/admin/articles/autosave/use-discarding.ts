"use client";

import { useState } from "react";
import { toast } from "sonner";
import { discardNew } from "@/lib/writing/actions";
import type { ArticleFields } from "@/lib/writing/fields";
import { clearJournal, readJournal, writeJournal } from "./journal";
import { sendBeat } from "./send-beat";

type Gone = { fields: ArticleFields | null; seq: number };

/** Throws away a story that was never saved, from the server and from this browser, and takes that back. */
export function useDiscarding(userId: string, articleId: string, onChange: (isGone: boolean) => void) {
  const [gone, setGone] = useState<Gone | null>(null);
  const [pending, setPending] = useState(false);

  async function discard() {
    setPending(true);
    const entry = await readJournal(userId, articleId).catch(() => undefined);
    const answer = await discardNew({ articleId, seq: entry?.seq ?? 0 }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return void toast.error(answer?.message ?? "连接断开，没有放弃；请再试一次");
    await clearJournal(userId, articleId).catch(() => {});
    // Of two texts the one with more edits: what the editor would have shown.
    const { fields, seq } = answer.data;
    setGone({ fields: entry && (entry.seq >= seq - 1 || !fields) ? entry.fields : fields, seq });
    onChange(true);
  }

  async function takeBack() {
    if (!gone?.fields) return;
    setPending(true);
    const { fields } = gone;
    const copy = { baseVersion: 0, seq: gone.seq + 1, fields };
    const entry = { userId, articleId, ...copy, savedAt: new Date().toISOString() };
    const isHere = await writeJournal(entry).then(
      () => true,
      () => false,
    );
    const answer = await sendBeat(
      { articleId, writing: false, leaving: true, pastes: [], copy },
      new AbortController().signal,
    );
    setPending(false);
    if (!isHere && !answer.ok) return void toast.error("没有存回去；请再试一次");
    setGone(null);
    onChange(false);
  }
  return { gone, pending, discard, takeBack };
}
