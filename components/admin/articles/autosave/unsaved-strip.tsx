"use client";

import { clock, shortDay } from "@/lib/dates";
import { type UnsavedDraft, useUnsavedNew } from "./use-unsaved-new";

type Props = { id: string; userId: string; onServer: UnsavedDraft[] };

/** What was begun before, for who begins another story. */
export function UnsavedStrip({ id, userId, onServer }: Props) {
  const drafts = useUnsavedNew(userId, onServer, id);
  if (drafts.length === 0) return null;

  return (
    <nav className="strip quiet" aria-label="未保存的新稿">
      <p>你有 {drafts.length} 篇未保存的新稿：</p>
      <ul>
        {drafts.slice(0, 5).map((draft) => (
          <li key={draft.id}>
            <a href={`/admin/articles/${draft.id}`}>{draft.title}</a>{" "}
            <time dateTime={draft.savedAt}>
              {shortDay(draft.savedAt)} {clock(draft.savedAt)}
            </time>
          </li>
        ))}
      </ul>
    </nav>
  );
}
