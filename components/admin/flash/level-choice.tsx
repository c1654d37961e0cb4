import { LEVEL_NAMES } from "./level-mark";

type Props = { name: string; level: number; onChange: (level: number) => void };

/** Said by its number and its word; the digits work from the keyboard wherever the focus is in the form. */
export function LevelChoice({ name, level, onChange }: Props) {
  return (
    <div className="wire-lv" role="radiogroup" aria-label="级别">
      {LEVEL_NAMES.map((word, at) => (
        <label key={word}>
          <input
            type="radio"
            name={name}
            checked={level === at + 1}
            aria-keyshortcuts={`Alt+${at + 1}`}
            onChange={() => onChange(at + 1)}
          />
          <kbd>{at + 1}</kbd>
          {word}
        </label>
      ))}
    </div>
  );
}

/** The level that Alt with a digit asks for, on any keyboard layout; null for other keys. */
export function levelOf({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): number | null {
  if (!altKey || ctrlKey || metaKey) return null;
  const digit = Number(/^(?:Digit|Numpad)([1-3])$/.exec(code)?.[1] ?? 0);
  return digit || null;
}
