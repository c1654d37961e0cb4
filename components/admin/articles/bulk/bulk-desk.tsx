"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { countSelected } from "@/lib/bulk/actions";
import type { Act } from "@/lib/bulk/validation";
import { BulkBar, type Whole } from "./bulk-bar";
import { BulkDialog } from "./bulk-dialog";
import { BulkStatus } from "./bulk-status";
import { useBulk } from "./use-bulk";
import { useListKeys } from "./use-list-keys";
import { useSelection } from "./use-selection";

type Props = { query: string; acts: Act[]; open: string | null; children: ReactNode };

/** A table whose rows can be ticked, and what can be done to them. */
export function BulkDesk({ query, acts, open, children }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const { ids, read, tick, tickAll, onClick } = useSelection(root);
  useListKeys(root, { tick, tickAll });
  const [whole, setWhole] = useState<Whole | null>(null);
  const [asked, setAsked] = useState<Act | null>(null);
  const bulk = useBulk(
    open,
    useCallback(() => router.refresh(), [router]),
  );
  // Rows that an act took out of the list are ticked no more; and what was ticked before script ran, is.
  useEffect(read, [read, children]);
  // One row let go of, and it is not the whole list any more.
  useEffect(() => {
    if (ids.length === 0) setWhole(null);
  }, [ids]);

  async function takeWhole() {
    const counted = await countSelected({ query }).catch(() => null);
    if (!counted?.ok) return void toast.error(counted?.message ?? "服务器没有回答，请再试一次");
    tickAll(true);
    setWhole(counted.data);
  }
  const letGo = () => {
    tickAll(false);
    root.current?.querySelector<HTMLElement>('input[name="all"]')?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: it only hears of the checkboxes inside
    <div
      ref={root}
      className="bulk-desk"
      onClick={(event) => {
        if ((event.target as HTMLElement).matches('input[name="row"], input[name="all"]')) {
          setWhole(null);
          onClick(event);
        }
      }}
    >
      {children}
      <p className="list-keys" aria-hidden>
        <kbd>J</kbd> <kbd>K</kbd> 上下移动　<kbd>X</kbd> 选择　<kbd>Shift</kbd> <kbd>X</kbd> 连选
      </p>
      {asked && (
        <BulkDialog
          act={asked}
          selection={whole ? { query } : { ids }}
          onClose={() => setAsked(null)}
          onStarted={(id) => {
            tickAll(false);
            bulk.begin(id);
          }}
        />
      )}
      {ids.length > 0 ? (
        <BulkBar acts={acts} count={ids.length} whole={whole} onWhole={takeWhole} onAct={setAsked} onClose={letGo} />
      ) : (
        bulk.id && <BulkStatus key={bulk.id} bulk={bulk} />
      )}
    </div>
  );
}
