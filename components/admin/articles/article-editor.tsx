"use client";

import { notFound } from "next/navigation";
import type { Writing } from "@/lib/writing/loaders";
import type { Opening } from "./autosave/opening";
import { TakenStrip } from "./autosave/taken-strip";
import { UnsavedStrip } from "./autosave/unsaved-strip";
import { useOpening } from "./autosave/use-opening";
import { useSoleWindow } from "./autosave/use-sole-window";
import type { Begun } from "./correction/correction-section";
import { WritingDesk } from "./writing-desk";

type Props = Writing & { isNew: boolean; begun: Begun | null };

/** Opens an article with the newest text that there is of it, wherever that was kept. */
export function ArticleEditor(props: Props) {
  const { id, me, copy, article, unsaved, isNew } = props;
  const opening = useOpening(props);
  const window = useSoleWindow(id);
  if (!opening) return <p className="wait opening">正在取稿…</p>;
  // Neither stored nor begun: an address that means nothing.
  if (!article && !isNew && !copy?.fields && !opening.recovered && !opening.alternative) notFound();
  return (
    <WritingDesk {...props} opening={opening} mayWrite={!window.isTaken}>
      {window.isTaken && <TakenStrip onTake={window.take} />}
      {isNew && !article && isBlank(opening) && <UnsavedStrip id={id} userId={me.id} onServer={unsaved} />}
    </WritingDesk>
  );
}

const isBlank = (opening: Opening) => opening.recovered === null && opening.start.baseVersion === 0;
