/** The way from the front page to here; the last step is where this page belongs. */
export function Crumb({ steps }: { steps: { href: string; label: string }[] }) {
  return (
    <nav aria-label="位置" className="crumb">
      {[{ href: "/", label: "首页" }, ...steps].map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </nav>
  );
}
