import { ChevronLeft } from "lucide-react";

type Props = {
  title: string;
  sub?: string;
  back: { href: string; label: string };
  links?: { href: string; label: string }[];
};

/** Head of a page below the list of outlets or tags, with the way back. */
export function TaxHead({ title, sub, back, links = [] }: Props) {
  return (
    <header className="top people-top">
      <a className="back" href={back.href}>
        <ChevronLeft className="icon" aria-hidden />
        {back.label}
      </a>
      <h1>{title}</h1>
      {sub && <p className="top-sub">{sub}</p>}
      {links.length > 0 && (
        <div className="top-act always">
          {links.map(({ href, label }) => (
            <a key={href} className="btn" href={href}>
              {label}
            </a>
          ))}
        </div>
      )}
    </header>
  );
}
