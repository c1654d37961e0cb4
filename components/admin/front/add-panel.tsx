"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { isTyping } from "@/components/admin/keys/single-keys";
import { Button } from "@/components/ui/button";
import { recentTime } from "@/lib/dates";
import { MOST_PINNED, placesOf, type Slot } from "@/lib/front/arrangement";
import type { FrontDesk } from "@/lib/front/desk-loaders";
import type { Draft } from "./end";
import { nameOfPlace } from "./slot-row";
import { useCandidates } from "./use-candidates";

type Props = {
  draft: Draft;
  automatic: FrontDesk["automatic"];
  /** The story that one came with. */
  added: Slot | null;
  now: Date;
  onLead: (slot: Slot) => void;
  onPin: (slot: Slot) => void;
};

/** So many are seen at first. */
const FIRST = 8;

/** Stories to place: what is found by words of its title, else what the home page shows by itself. */
export function AddPanel({ draft, automatic, added, now, onLead, onPin }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const [words, setWords] = useState("");
  const [isWhole, setWhole] = useState(false);
  const { isAsked, isReady, found, hasFailed } = useCandidates(words, "story");
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      document.getElementById("find-story")?.focus();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const rows: (Slot & { place?: string })[] = isAsked ? (found ?? []) : [...(added ? [added] : []), ...automatic];
  const seen = new Set<string>();
  const shown = rows.filter(({ articleId }) => !seen.has(articleId) && seen.add(articleId));
  const more = isWhole ? 0 : Math.max(0, shown.length - FIRST);
  function showAll() {
    setWhole(true);
    requestAnimationFrame(() => list.current?.children[FIRST]?.querySelector("button")?.focus());
  }
  const isFull = draft.pinned.length >= MOST_PINNED;
  const placeOf = (id: string) => placesOf(draft).findIndex((slot) => slot?.articleId === id);

  return (
    <section className="add" aria-labelledby="add-title">
      <h2 id="add-title">挑稿</h2>
      <div className="field-in">
        <Search className="icon" aria-hidden />
        <input
          id="find-story"
          type="search"
          aria-label="找已发布的报道"
          placeholder="标题里的词，找已发布的报道"
          value={words}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <p className="hint" role="status">
        {!isAsked
          ? "下面是首页现在自动选的。"
          : hasFailed
            ? "服务器没有回答，请再试一次。"
            : isReady && shown.length === 0
              ? "没有标题带这些词的已发布报道。少打几个字，或换一个词。"
              : isReady
                ? `找到 ${shown.length} 篇，最新的在前。`
                : "查找中…"}
      </p>
      <ul ref={list} className="cands" aria-busy={isAsked && !isReady}>
        {shown.slice(0, shown.length - more).map((row) => {
          const { articleId, title, outlet, publishAt, place } = row;
          const at = placeOf(articleId);
          return (
            <li key={articleId}>
              <span className="cand-place">{place ?? (articleId === added?.articleId ? "选中" : "")}</span>
              <p>
                {title}
                <small>
                  {outlet}　{recentTime(publishAt, now)}
                </small>
              </p>
              <span className="cand-acts">
                {at >= 0 && <small>已在{nameOfPlace(at)}</small>}
                {at !== 0 && (
                  <Button aria-label={`把《${title}》设为头条`} onClick={() => onLead(row)}>
                    设为头条
                  </Button>
                )}
                {at < 0 && (
                  <Button
                    aria-label={`置顶《${title}》`}
                    disabled={isFull}
                    title={isFull ? `最多置顶 ${MOST_PINNED} 篇` : undefined}
                    onClick={() => onPin(row)}
                  >
                    置顶
                  </Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="cands-more">
          <Button onClick={showAll}>再看 {more} 篇</Button>
        </p>
      )}
    </section>
  );
}
