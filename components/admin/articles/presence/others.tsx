import type { Beat } from "@/lib/writing/beat";

/** A person keeps one of six hues, chosen by id. */
const hueOf = (id: string) => (Number.parseInt(id.slice(-4), 16) % 6) + 1;

/** Who else has this article open. */
export function Others({ people }: { people: Beat["others"] }) {
  if (people.length === 0) return null;
  return (
    <ul className="here" aria-label="也打开了这篇的人">
      {people.map(({ id, name, isWriting }) => (
        <li key={id}>
          <span className={`av av-${hueOf(id)}`} aria-hidden>
            {[...name][0]}
          </span>
          <span className="who">
            {name} {isWriting ? "正在写" : "也打开了这篇"}
          </span>
        </li>
      ))}
    </ul>
  );
}
