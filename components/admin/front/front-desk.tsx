"use client";

import { useEffect, useEffectEvent } from "react";
import { toast } from "sonner";
import { useRefresh } from "@/components/admin/flash/use-refresh";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { recentTime } from "@/lib/dates";
import { frontPreviewPath, MOST_PINNED, pinSlot, placeLead, placesOf, type Slot } from "@/lib/front/arrangement";
import type { FrontDesk as Desk } from "@/lib/front/desk-loaders";
import { AddPanel } from "./add-panel";
import { BarSection } from "./bar-section";
import { NO_END } from "./end";
import { NewerStrip } from "./newer-strip";
import { PreviewFrame } from "./preview-frame";
import { SlotList } from "./slot-list";
import { useArranging } from "./use-arranging";
import { useNow } from "./use-now";

/** The home page is arranged here: what breaks, what leads, what is pinned beside it. */
export function FrontDesk({ desk }: { desk: Desk }) {
  const now = useNow(desk.now);
  const hydrated = useHydrated();
  const arranging = useArranging(desk.arranged, now);
  const { draft, said, base, isDirty, pending, trouble, newer, change, publish } = arranging;
  useRefresh();
  useLeaveGuard(isDirty);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    void publish();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  const asDraft = (slot: Slot) =>
    placesOf(draft).find((one) => one?.articleId === slot.articleId) ?? { ...slot, end: NO_END };
  function lead(slot: Slot) {
    const next = placeLead(draft, asDraft(slot));
    const over = next.pinned[MOST_PINNED];
    if (over) toast.message(`置顶最多 ${MOST_PINNED} 篇，《${over.title}》让出了位置`);
    change({ ...next, pinned: next.pinned.slice(0, MOST_PINNED) });
  }
  const automatic = desk.automatic.find(({ place }) => place === "头条") ?? null;

  return (
    <div className="front-desk">
      <BarSection bar={desk.bar} gravest={desk.gravest} barred={desk.barred} now={now} />
      <section className="arranging" aria-labelledby="slots-title">
        <div className="sect">
          <h2 id="slots-title">头条与置顶</h2>
          <small>
            {base.by && base.at ? `${base.by} ${recentTime(base.at, now)} 发布` : "还没有人编排过，全由自动选稿"}
          </small>
        </div>
        {newer && (
          <NewerStrip
            theirs={newer}
            mine={said}
            now={now}
            onTheirs={arranging.takePublished}
            onMine={arranging.keepMine}
          />
        )}
        <SlotList
          draft={draft}
          faults={arranging.faults}
          now={now}
          automatic={automatic}
          onChange={change}
          onLead={lead}
        />
        <div className="front-acts">
          <Button look="main" pending={pending} disabled={!hydrated || !isDirty || newer !== null} onClick={publish}>
            {pending ? "发布中…" : "发布编排"}
            <kbd aria-hidden>Ctrl Enter</kbd>
          </Button>
          {isDirty && <Button onClick={arranging.takePublished}>放弃改动</Button>}
          <p className={trouble ? "fault" : "hint"} role={trouble ? "alert" : "status"}>
            {trouble ? trouble.message : isDirty ? "有改动还没有发布" : "首页和这里一样"}
          </p>
        </div>
      </section>
      <AddPanel
        draft={draft}
        automatic={desk.automatic}
        added={desk.added}
        now={now}
        onLead={lead}
        onPin={(slot) => change(pinSlot(draft, asDraft(slot)))}
      />
      <PreviewFrame path={frontPreviewPath(said)} state={`${desk.arranged.version} ${desk.bar?.id ?? ""}`} />
    </div>
  );
}
