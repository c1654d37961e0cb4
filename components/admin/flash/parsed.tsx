import { splitFlash } from "@/lib/flashes/text";
import { LevelMark } from "./level-mark";

/** How the one field is read: what will be the title, and what stands behind it. */
export function Parsed({ raw, level }: { raw: string; level: number }) {
  const { title, text } = splitFlash(raw);
  return (
    <section className="parsed" aria-label="将这样显示">
      {title ? (
        <p>
          <LevelMark level={level} />
          <b>{title}</b>
          {text && <span>　{text}</span>}
        </p>
      ) : (
        <p className="hint">第一句或第一行是标题，其余是正文；也可以写【标题】正文。</p>
      )}
    </section>
  );
}

/** `标题 22 字，正文 38 字`. */
export function sayLength(raw: string): string {
  const { title, text } = splitFlash(raw);
  const count = (part: string) => [...part.replace(/\s/g, "")].length;
  if (!title) return "";
  return text ? `标题 ${count(title)} 字，正文 ${count(text)} 字` : `标题 ${count(title)} 字`;
}
