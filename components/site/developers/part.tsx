/** One part of the page, with a heading that can be led to. */
export const Part = ({ id, title, children }: { id: string; title: string; children: React.ReactNode }) => (
  <section className="dev-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);

/** Code as it is written; long lines go on below, so that nothing has to be pushed aside. */
export const Code = ({ children }: { children: string }) => (
  <pre className="dev-code">
    <code>{children}</code>
  </pre>
);
