import type { Security } from "./draft";

type Props = { id: string; found: Security[]; active: number; onPick: (at: number) => void };

export const optionId = (listId: string, at: number) => `${listId}-${at}`;

/** What fits the letters behind `$`. The focus stays in the text. */
export function SecurityList({ id, found, active, onPick }: Props) {
  return (
    <div className="pick">
      <div id={id} role="listbox" aria-label="证券">
        {found.map(({ symbol, name }, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the text field's, which names the active option
          <div
            key={symbol}
            id={optionId(id, at)}
            role="option"
            aria-selected={at === active}
            // Not `click`: the field would lose the focus first.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(at)}
          >
            <b>{name}</b>
            <span className="num">{symbol}</span>
          </div>
        ))}
      </div>
      <p>
        <kbd>Enter</kbd> 写进名称　<kbd>Tab</kbd> 只标记　<kbd>Esc</kbd> 不用
      </p>
    </div>
  );
}
