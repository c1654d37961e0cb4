import type { Key } from "./page-keys";

export const KeyList = ({ keys }: { keys: Key[] }) => (
  <dl className="keys">
    {keys.map(({ keys, does }) => (
      <div key={does}>
        <dt>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
);
