import type { Shade } from "@/lib/archive/calendar";

const SHADES: Shade[] = [1, 2, 3, 4];

/** What the shades of a calendar mean. */
export const HeatLegend = () => (
  <p className="heat-legend">
    少
    {SHADES.map((shade) => (
      <span key={shade} className={`heat-${shade}`} aria-hidden="true" />
    ))}
    多<span className="heat-note">按每天报道与快讯的篇数</span>
  </p>
);
