/** Facts in a line, each with its name; empty ones are left out. */
export function Reason({ facts }: { facts: [name: string, value: string][] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
