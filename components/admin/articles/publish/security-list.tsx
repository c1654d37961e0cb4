"use client";

import { Check, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import type { Decision, SuggestionRow } from "./use-suggestions";

type Props = {
  rows: SuggestionRow[];
  ready: boolean;
  onDecide: (symbol: string, decision: Decision, before: Decision) => void;
};

const KEYS: Record<string, Decision> = { y: "yes", n: "no", Delete: "no", Backspace: "no" };

function Row({ row, onDecide }: { row: SuggestionRow; onDecide: (decision: Decision) => void }) {
  const { symbol, name, note, decision } = row;
  return (
    <li
      className={decision === "no" ? "sec off" : "sec"}
      data-open={decision === "open" || undefined}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const wanted = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if (!wanted) return;
        event.preventDefault();
        if (wanted !== decision) onDecide(wanted);
      }}
    >
      <p>
        <b>{name}</b> <span className="mono">{symbol}</span>
        {note && <small>{note}</small>}
      </p>
      {decision === "open" ? (
        <span className="pair">
          <button type="button" className="btn" aria-label={`采用 ${name}`} onClick={() => onDecide("yes")}>
            <Check className="icon" aria-hidden />
          </button>
          <button type="button" className="btn" aria-label={`不用 ${name}`} onClick={() => onDecide("no")}>
            <X className="icon" aria-hidden />
          </button>
        </span>
      ) : (
        <span className="pair">
          <span className={decision === "yes" ? "yes" : "no"}>{decision === "yes" ? "已采用" : "不用"}</span>
          <button
            type="button"
            className="linkish"
            aria-label={decision === "yes" ? `去掉 ${name}` : `恢复 ${name}`}
            onClick={() => onDecide(decision === "yes" ? "no" : "open")}
          >
            {decision === "yes" ? "去掉" : "恢复"}
          </button>
        </span>
      )}
    </li>
  );
}

/** Suggested, confirmed and refused securities; one key decides, and the focus goes on to the next open one. */
export function SecurityList({ rows, ready, onDecide }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const open = rows.filter(({ decision }) => decision === "open").length;

  function decide(row: SuggestionRow, decision: Decision) {
    const items = [...(list.current?.children ?? [])];
    const at = rows.indexOf(row);
    const next = [...items.slice(at + 1), ...items.slice(0, at)].find((item) => item.hasAttribute("data-open"));
    onDecide(row.symbol, decision, row.decision);
    // After the row has its new buttons: the next open one, or what takes this decision back.
    requestAnimationFrame(() => {
      const target = decision === "open" ? items[at] : (next ?? items[at]);
      target?.querySelector<HTMLElement>("button")?.focus();
    });
  }

  return (
    <section aria-labelledby="publish-securities">
      <h3 id="publish-securities">
        提及的证券 {ready && <span>{open > 0 ? `${open} 个待定` : `${rows.length} 个`}</span>}
      </h3>
      {!ready && <p className="hint">正在找……</p>}
      {ready && rows.length === 0 && <p className="hint">正文里没有找到证券。</p>}
      <ul ref={list}>
        {rows.map((row) => (
          <Row key={row.symbol} row={row} onDecide={(decision) => decide(row, decision)} />
        ))}
      </ul>
      {open > 0 && (
        <p className="hint keys">
          在一行上按 <kbd>Y</kbd> 采用、<kbd>N</kbd> 不用。待定的也会关联，随正文增减；不用的不再关联。
        </p>
      )}
    </section>
  );
}
