"use client";

import { useEffect, useState } from "react";
import { clock, shortDay } from "@/lib/dates";
import { listJournal } from "./journal";

type Draft = { id: string; title: string; savedAt: string };
type Props = { id: string; userId: string; onServer: Draft[] };

/** New stories that were begun and never saved, from the server and from this browser. */
export function UnsavedStrip({ id, userId, onServer }: Props) {
  const [drafts, setDrafts] = useState(onServer);
  useEffect(() => {
    listJournal(userId).then(
      (entries) => {
        const here = entries
          .filter(({ baseVersion, articleId }) => baseVersion === 0 && articleId !== id)
          .map(({ articleId, fields, savedAt }) => ({ id: articleId, title: fields.title, savedAt }));
        const known = new Set(onServer.map((draft) => draft.id));
        setDrafts([...onServer, ...here.filter((draft) => !known.has(draft.id))]);
      },
      () => {},
    );
  }, [id, userId, onServer]);
  if (drafts.length === 0) return null;

  return (
    <nav className="strip quiet" aria-label="没保存的新稿">
      <p>你有 {drafts.length} 篇没保存的新稿：</p>
      <ul>
        {drafts.slice(0, 5).map((draft) => (
          <li key={draft.id}>
            <a href={`/admin/articles/${draft.id}`}>{draft.title || "无标题"}</a>{" "}
            <time dateTime={draft.savedAt}>
              {shortDay(draft.savedAt)} {clock(draft.savedAt)}
            </time>
          </li>
        ))}
      </ul>
    </nav>
  );
}
