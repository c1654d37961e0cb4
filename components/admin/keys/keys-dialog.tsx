"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { KeyList } from "./key-list";
import { keysOf } from "./page-keys";
import { areSingleKeysOn, setSingleKeys } from "./single-keys";

/** The keys of the present page. Open as long as it is rendered. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const path = usePathname();
  const [isOn, setOn] = useState(areSingleKeysOn);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="keys-ask" aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">按键</h2>
        <button type="button" className="ib" aria-label="关闭" onClick={() => dialog.current?.close()}>
          <X className="icon" aria-hidden />
        </button>
      </header>
      <div>
        {keysOf(path).map(({ name, keys }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            <KeyList keys={keys} />
          </section>
        ))}
        <label className="keys-switch">
          <input
            type="checkbox"
            checked={isOn}
            onChange={({ target }) => {
              setSingleKeys(target.checked);
              setOn(target.checked);
            }}
          />
          单个字符的按键（C、?）在输入框外有效
        </label>
        <p className="hint">苹果电脑上 Ctrl 换成 ⌘，Alt 换成 ⌥。</p>
      </div>
    </dialog>
  );
}
