type Props = { id: string; title: string; more?: React.ReactNode; children: React.ReactNode };

/** A list under its heading, beside an article. */
export function RailSection({ id, title, more, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="sect-head">
        <h2 id={id}>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}
