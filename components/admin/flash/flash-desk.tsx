"use client";

import { type ReactNode, useRef } from "react";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { FlashDesk as Desk, FlashLine } from "@/lib/flashes/loaders";
import { blankDraft, type FlashDraft } from "./draft";
import { Duplicates } from "./duplicates";
import { FlashKeys } from "./flash-keys";
import { TodayList } from "./today-list";
import { useDraft } from "./use-draft";
import { useDuplicates } from "./use-duplicates";
import { useOutlet } from "./use-outlet";
import { useRefresh } from "./use-refresh";
import { useSending } from "./use-sending";
import { WireBox } from "./wire-box";

type Props = Omit<Desk, "count">;
type Draft = ReturnType<typeof useDraft>;

/** Flashes are written, sent, taken back and mended here, by keys alone. */
export function FlashDesk(props: Props) {
  const drafting = useDraft(props.userId);
  const { isKept } = drafting;
  useLeaveGuard(!isKept);
  useRefresh();
  const { draft } = drafting;
  const similar = useDuplicates(draft?.text ?? "");
  // Between the field and the day's list, as it stands on a phone; beside both where there is room.
  const aside = (
    <aside className="panel" aria-label="相近的快讯与按键">
      <Duplicates found={similar} now={new Date()} />
      <FlashKeys />
    </aside>
  );
  return (
    <div className="desk-two">
      {draft ? (
        <Open {...props} drafting={drafting} draft={draft}>
          {aside}
        </Open>
      ) : (
        <>
          <Bones />
          {aside}
        </>
      )}
    </div>
  );
}

/** Grey lines of the final height, until the browser has said what it kept. */
const Bones = () => (
  <div aria-busy="true">
    <div className="wirebox bones">
      <span />
      <span />
      <span />
    </div>
  </div>
);

type OpenProps = Props & { drafting: Draft; draft: FlashDraft; children: ReactNode };

function Open({ outlets, flashes, hasMore, drafting, draft, children }: OpenProps) {
  const [outlet, setOutlet] = useOutlet(outlets);
  const list = useRef<HTMLOListElement>(null);
  const { isKept, change, renew } = drafting;
  const focusField = () => document.getElementById("wire")?.focus();
  const sending = useSending({ draft, outlet, change, renew, onPublished: focusField, onUndone });

  /** Its words come back into the empty field, under a new number. */
  function onUndone(id: string) {
    focusField();
    const { last } = sending;
    const row = flashes.find((flash) => flash.id === id);
    const written = last.current?.id === id ? last.current : row && { text: row.editable ?? "", level: row.level };
    change((now) => (now.text === "" && written ? { ...written, id: blankDraft().id, sent: null } : {}));
  }
  const undo = ({ id, version }: FlashLine) => sending.undo({ id, version });

  return (
    <>
      <div>
        <WireBox
          draft={draft}
          outlets={outlets}
          outlet={outlet}
          pending={sending.pending}
          trouble={sending.trouble}
          change={change}
          onOutlet={setOutlet}
          onPublish={sending.publish}
          onAgain={sending.again}
          onUndo={() => {
            const newest = flashes.find(({ undoMs }) => undoMs > 0);
            if (newest && !sending.pending) undo(newest);
          }}
          onLeaveDown={() => list.current?.querySelector<HTMLElement>("[data-row]")?.focus()}
        />
        {!isKept && <p className="fault">这台电脑存不下没发的文字，离开前请先发布或复制走。</p>}
        <p className="sr" role="status">
          {sending.news}
        </p>
      </div>
      {children}
      <TodayList
        ref={list}
        flashes={flashes}
        hasMore={hasMore}
        pending={sending.pending}
        onUndo={undo}
        onLeaveUp={focusField}
      />
    </>
  );
}
