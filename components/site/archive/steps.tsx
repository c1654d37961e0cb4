import { Icon } from "@/components/site/icons";

type Step = { href: string; label: string } | null;

/** The way to what was before and after a part of the archive. */
export function Steps({ earlier, later, unit }: { earlier: Step; later: Step; unit: string }) {
  if (!earlier && !later) return null;
  return (
    <nav className="steps" aria-label={`前后${unit}`}>
      {earlier && (
        <a href={earlier.href} rel="prev">
          <Icon name="newer" />
          {earlier.label}
        </a>
      )}
      {later && (
        <a href={later.href} rel="next">
          {later.label}
          <Icon name="older" />
        </a>
      )}
    </nav>
  );
}
