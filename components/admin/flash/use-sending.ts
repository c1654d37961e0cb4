"use client";

import { useRef, useState } from "react";
import { type Trouble, unanswered } from "@/components/admin/articles/unanswered";
import { publishFlash, undoFlash } from "@/lib/flashes/actions";
import { splitFlash } from "@/lib/flashes/text";
import { blankDraft, type FlashDraft } from "./draft";

type Sent = { id: string; version: number };
type Options = {
  draft: FlashDraft;
  outlet: string;
  change: (part: Partial<FlashDraft>) => void;
  renew: () => void;
  onPublished: () => void;
  onUndone: (id: string) => void;
};

/** Publishes the flash in the field, and takes one back. What nobody answered is said again word for word. */
export function useSending({ draft, outlet, change, renew, onPublished, onUndone }: Options) {
  // No transition: that would be pending until the list is drawn anew, and the next flash would lose its first letters.
  const [pending, setPending] = useState(false);
  // The window was closed before an answer came.
  const [trouble, setTrouble] = useState<Trouble | null>(() => (draft.sent ? unanswered("发布") : null));
  const [news, setNews] = useState("");
  const lostUndo = useRef<Sent | null>(null);
  /** The last one as it was written, for who takes it back to mend it. */
  const last = useRef<FlashDraft | null>(null);

  async function publish() {
    const { title, text } = splitFlash(draft.text);
    const { id, level, securities, refused } = draft;
    const input = draft.sent ?? {
      ...{ id, title, text, level, categoryId: outlet },
      symbols: securities.map(({ symbol }) => symbol),
      refused,
    };
    setPending(true);
    setNews("");
    change({ sent: input });
    const result = await publishFlash(input).catch((): Trouble => unanswered("发布"));
    setPending(false);
    if (!result.ok) {
      // Another window without a lock sent its own words under this number.
      const taken = result.code === "conflict" && { id: blankDraft().id };
      if (!("isUnanswered" in result)) change({ sent: null, ...taken });
      return setTrouble(result);
    }
    last.current = { ...draft, sent: null };
    setTrouble(null);
    renew();
    setNews(`已发布《${result.data.title}》。30 秒内可以撤回。`);
    onPublished();
  }

  async function undo(flash: Sent) {
    setPending(true);
    lostUndo.current = flash;
    const result = await undoFlash(flash).catch((): Trouble => unanswered("撤回"));
    setPending(false);
    if (!("isUnanswered" in result)) lostUndo.current = null;
    if (!result.ok) return setTrouble(result);
    setTrouble(null);
    setNews("已撤回。它的地址换成了撤回说明。");
    onUndone(flash.id);
  }

  const again = () => (lostUndo.current ? undo(lostUndo.current) : publish());
  return { pending, trouble, news, last, publish, undo, again };
}
