"use client";

import { X } from "lucide-react";
import { useState } from "react";

type Outlet = { id: string; name: string };

/** Chooses some of many categories by typing their names; none chosen means all. */
export function CategoryPicker({
  outlets,
  chosen,
  onChange,
}: {
  outlets: Outlet[];
  chosen: Outlet[];
  onChange: (chosen: Outlet[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const left = outlets.filter(({ id }) => !chosen.some((one) => one.id === id));

  function take(text: string) {
    const outlet = left.find(({ name }) => name === text.trim());
    setTyped(outlet ? "" : text);
    if (outlet) onChange([...chosen, outlet]);
  }

  return (
    <div className="field picker">
      <label htmlFor="f-categories">
        媒体<span>不选就是全部</span>
      </label>
      {chosen.length > 0 && (
        <ul className="chosen" aria-label="选中的媒体">
          {chosen.map(({ id, name }) => (
            <li key={id}>
              {name}
              <button type="button" onClick={() => onChange(chosen.filter((one) => one.id !== id))}>
                <X className="icon" aria-hidden />
                <span className="sr">去掉{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id="f-categories"
        list="category-names"
        placeholder="输入媒体名称，选中即加入"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => take(target.value)}
      />
      <datalist id="category-names">
        {left.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      {typed.trim() !== "" && !left.some(({ name }) => name.includes(typed.trim())) && (
        <p className="fault">没有叫“{typed.trim()}”的媒体，或者已经选了</p>
      )}
    </div>
  );
}
