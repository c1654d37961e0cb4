"use client";

import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";

export type NameRow = { name: string; kind: "alias" | "former"; isAmbiguous: boolean };
type Props = { names: NameRow[]; fault: string | undefined; onChange: (names: NameRow[]) => void };

/** Other names of a security, each with what kind of name it is and whether it is a word as well. */
export function NameRows({ names, fault, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const set = (at: number, change: Partial<NameRow>) =>
    onChange(names.map((row, index) => (index === at ? { ...row, ...change } : row)));
  function remove(at: number) {
    onChange(names.filter((_, index) => index !== at));
    add.current?.focus();
  }
  function append() {
    onChange([...names, { name: "", kind: "alias", isAmbiguous: false }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>("li:last-child input")?.focus());
  }
  return (
    <fieldset className="sec-rows" aria-describedby={fault ? "names-fault" : "names-note"}>
      <legend>别名与曾用名</legend>
      <p className="hint" id="names-note">
        文中出现这些叫法，就当作提到它。易混的叫法（平安、中行）要有代码或上下文才算。
      </p>
      {names.length > 0 && (
        <ul ref={list}>
          {names.map((row, at) => (
            // The rows have no identity of their own: a row is its place.
            <li key={at}>
              <input
                value={row.name}
                maxLength={30}
                aria-label={`第 ${at + 1} 个叫法`}
                autoComplete="off"
                spellCheck={false}
                aria-invalid={fault ? true : undefined}
                onChange={({ target }) => set(at, { name: target.value })}
              />
              <select
                value={row.kind}
                aria-label={`${row.name || `第 ${at + 1} 个`}的类型`}
                onChange={({ target }) => set(at, { kind: target.value as NameRow["kind"] })}
              >
                <option value="alias">别名</option>
                <option value="former">曾用名</option>
              </select>
              <label className="sec-check">
                <input
                  type="checkbox"
                  checked={row.isAmbiguous}
                  aria-label={`${row.name || `第 ${at + 1} 个`}易混`}
                  onChange={({ target }) => set(at, { isAmbiguous: target.checked })}
                />
                易混
              </label>
              <button
                type="button"
                className="ib"
                aria-label={`去掉${row.name || `第 ${at + 1} 个`}`}
                onClick={() => remove(at)}
              >
                <X className="icon" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {fault && (
        <p className="fault" id="names-fault">
          {fault}
        </p>
      )}
      <Button ref={add} onClick={append}>
        <Plus className="icon" aria-hidden />
        加一个叫法
      </Button>
    </fieldset>
  );
}
