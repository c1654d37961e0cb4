import { Status } from "@/components/admin/articles/status";
import { recentTime } from "@/lib/dates";
import { Marked } from "./marked";
import type { Group, Row } from "./rows";

type Props = { id: string; groups: Group[]; active: string | undefined; onChoose: (row: Row) => void };

/** Groups of results. The focus stays in the field, which names the active one. */
export function ResultList({ id, groups, active, onChoose }: Props) {
  const now = new Date();
  return (
    <div className="pal-list" id={id} role="listbox" aria-label="结果">
      {groups.map(({ name, rows }, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options
        <div key={name} role="group" aria-labelledby={`${id}-group-${at}`}>
          <p id={`${id}-group-${at}`} role="presentation">
            {name}
          </p>
          {rows.map((row) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the field's
            <div
              key={row.id}
              id={row.id}
              role="option"
              aria-selected={row.id === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(row)}
            >
              <row.icon className="icon" aria-hidden />
              <span>
                <Marked text={row.text} spans={row.spans} />
              </span>
              {row.status && row.status !== "published" && <Status status={row.status} />}
              {(row.note || row.at) && (
                <small>{[row.note, row.at && recentTime(row.at, now)].filter(Boolean).join(" · ")}</small>
              )}
              {row.keys && <kbd>{row.keys}</kbd>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
