import { StructuredData } from "@/components/site/data/structured-data";
import { env } from "@/lib/env";
import { breadcrumbData } from "@/lib/structured-data/lists";

const HOME = { href: "/", label: "首页" };

/** The way from the front page to here; the last step is where this page belongs. */
export function Crumb({ steps }: { steps: { href: string; label: string }[] }) {
  const way = [HOME, ...steps];
  return (
    <>
      <nav aria-label="位置" className="crumb">
        {way.map(({ href, label }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
      </nav>
      {/* One step is no way. */}
      {steps.length > 0 && <StructuredData data={breadcrumbData(way, env().siteUrl)} />}
    </>
  );
}
