"use client";

import { useEffect, useState } from "react";

/** A page that is there sooner is simply there. */
const PATIENCE_MS = 250;
/** After this much the page that was left is shown again: its loading was stopped, or it was a download. */
const GIVEN_UP_MS = 30_000;
const LINES = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Whether a click or a sent form leads to another page of the newsroom, in this tab. */
function leadsAway(event: Event): boolean {
  if (event.defaultPrevented || !(event.target instanceof Element)) return false;
  if (event.type === "submit") return true;
  const link = event.target.closest("a");
  const isPlain =
    event instanceof MouseEvent && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
  if (!link?.href || !isPlain || link.target || link.hasAttribute("download")) return false;
  const to = new URL(link.href);
  const isHere = to.pathname === location.pathname && to.search === location.search;
  return to.origin === location.origin && to.pathname.startsWith("/admin") && !isHere;
}

/** The outline of a page in the place of the one that is being left, when the next one is slow to come. */
export function Waiting() {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    let timers: ReturnType<typeof setTimeout>[] = [];
    const stay = () => {
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      setWaiting(false);
    };
    const go = (event: Event) => {
      if (!leadsAway(event)) return;
      stay();
      timers = [setTimeout(() => setWaiting(true), PATIENCE_MS), setTimeout(stay, GIVEN_UP_MS)];
    };
    // Somebody with unsaved work was asked and stays.
    const asked = (event: BeforeUnloadEvent) => setTimeout(() => event.defaultPrevented && stay());
    const stopped = (event: KeyboardEvent) => event.key === "Escape" && stay();
    const listeners: [string, EventListener][] = [
      ["click", go],
      ["submit", go],
      ["beforeunload", asked as EventListener],
      ["keydown", stopped as EventListener],
      ["pageshow", stay],
    ];
    for (const [type, listener] of listeners) window.addEventListener(type, listener);
    return () => {
      stay();
      for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    };
  }, []);
  if (!isWaiting) return null;
  return (
    <div className="waiting" role="status" aria-label="载入中">
      {LINES.map((line) => (
        <span key={line} />
      ))}
    </div>
  );
}
