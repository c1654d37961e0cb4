import { type ArticleFields, EMPTY_FIELDS, sameFields } from "@/lib/writing/fields";
import type { Paste } from "@/lib/writing/validation";
import type { KeeperState } from "./keeper";

export type Candidate = { fields: ArticleFields; seq: number; baseVersion: number; savedAt: string };
type Copy = { fields: ArticleFields | null; seq: number; baseVersion: number; savedAt: string };

export type Opening = {
  /** What the form begins with. */
  fields: ArticleFields;
  /** The unsaved text that was found and is shown; null: the form shows what is stored. */
  recovered: Candidate | null;
  /** Another unsaved text, which the writer may want instead. */
  alternative: Candidate | null;
  /** Pasted originals that this browser holds and the server may not have. */
  pastes: Paste[];
  start: KeeperState;
};

/**
 * What to show of the stored article, the draft on the server and the one in this browser. Of two drafts the one with
 * more edits is shown and the other is offered: neither is thrown away unasked.
 */
export function chooseOpening(
  stored: { fields: ArticleFields; version: number } | null,
  copy: Copy | null,
  local: (Candidate & { pastes?: Paste[] }) | null,
): Opening {
  const { fields, version } = stored ?? { fields: EMPTY_FIELDS, version: 0 };
  const worth = (draft: Candidate | null) => (draft && !sameFields(draft.fields, fields) ? draft : null);
  const onServer = worth(copy?.fields ? { ...copy, fields: copy.fields } : null);
  const inBrowser = worth(local);
  // The server knows of a save with as many edits: most likely this text is in it. Shown only when asked for.
  const isSpent = inBrowser && copy && !copy.fields && inBrowser.seq <= copy.seq;

  const [first, second] = (isSpent ? [] : [inBrowser, onServer])
    .filter((draft) => draft !== null)
    .sort((a, b) => b.seq - a.seq);
  const other = isSpent ? inBrowser : second;
  const recovered = first ?? null;
  const isSame = recovered && other && sameFields(recovered.fields, other.fields);
  const isOlder = recovered && other && other.baseVersion === recovered.baseVersion && other.seq < recovered.seq;
  const mark = (draft: Candidate | null) =>
    draft && draft === recovered ? { seq: draft.seq, at: draft.savedAt } : null;
  const seq = Math.max(copy?.seq ?? 0, local?.seq ?? 0);
  return {
    fields: recovered?.fields ?? fields,
    recovered,
    alternative: other && !isSame && !isOlder ? other : null,
    pastes: local?.pastes ?? [],
    start: {
      seq,
      savedSeq: recovered ? -1 : seq,
      local: mark(inBrowser),
      server: mark(onServer),
      fault: null,
      localFault: false,
      elsewhere: null,
      baseVersion: recovered?.baseVersion ?? version,
      newestVersion: version,
      others: [],
    },
  };
}
