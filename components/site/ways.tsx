export type Way = { href: string; label: string; says: string };

/** Where one can go on from a page that has nothing to show. */
export const Ways = ({ ways }: { ways: Way[] }) => (
  <ul className="ways">
    {ways.map(({ href, label, says }) => (
      <li key={href}>
        <a href={href}>{label}</a>
        <span>{says}</span>
      </li>
    ))}
  </ul>
);
