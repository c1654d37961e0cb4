import type { Stretch } from "@/lib/writing/merge";
import { textOf } from "./blocks";

const BY = { mine: "只有我改了，已取我的", theirs: "只有对方改了，已取对方的" };

/** A stretch that needs no choice: what nobody changed is folded. */
export function Settled({ stretch }: { stretch: Extract<Stretch, { settled: true }> }) {
  const text = stretch.blocks.map(textOf).join("\n");
  if (stretch.by === "nobody")
    return (
      <details className="same">
        <summary>{stretch.blocks.length} 段没有分歧</summary>
        <p>{text}</p>
      </details>
    );
  return (
    <div className="one-side">
      <h3>{BY[stretch.by]}</h3>
      <p>{text}</p>
    </div>
  );
}
