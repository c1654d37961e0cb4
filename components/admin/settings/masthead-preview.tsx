"use client";

import { useEffect, useRef } from "react";
import { accentContrast, isColour, LEAST_CONTRAST, nearestTone, type Theme } from "@/lib/settings/accent";
import type { Site } from "@/lib/settings/defaults";

type Props = Pick<Site, "name" | "tagline" | "logo" | "accentDay" | "accentNight">;

const THEMES: { theme: Theme; title: string }[] = [
  { theme: "day", title: "白天" },
  { theme: "night", title: "夜间" },
];

/**
 * The masthead of an inner page, by day and by night, as it will be with what the form says; an accent that cannot be
 * read, and so cannot be saved, by the nearest that can.
 */
export function MastheadPreview({ name, tagline, logo, accentDay, accentNight }: Props) {
  const sheets = useRef<HTMLDivElement>(null);
  const readable = (theme: Theme, colour: string) =>
    isColour(colour) && accentContrast(theme, colour) < LEAST_CONTRAST ? nearestTone(theme, colour) : colour;
  const day = readable("day", accentDay);
  const night = readable("night", accentNight);
  // Set by script: a style attribute would be against the pages' policy.
  useEffect(() => {
    sheets.current?.querySelector<HTMLElement>(".pre-day")?.style.setProperty("--accent", day);
    sheets.current?.querySelector<HTMLElement>(".pre-night")?.style.setProperty("--accent", night);
  }, [day, night]);
  return (
    <section aria-labelledby="s-preview">
      <h2 id="s-preview">报头预览</h2>
      <div ref={sheets}>
        {THEMES.map(({ theme, title }) => (
          <figure key={theme} className={`pre pre-${theme}`}>
            <figcaption>{title}</figcaption>
            <div className="pre-mast">
              <p className="pre-name">
                {logo ? (
                  <img src={logo.src} alt={name} width={logo.width} height={logo.height} />
                ) : (
                  name || "（没有名称）"
                )}
              </p>
              <p className="pre-sections" aria-hidden="true">
                <b>首页</b>
                <span>快讯</span>
                <span>媒体</span>
              </p>
              <p className="pre-ear">{tagline}</p>
            </div>
          </figure>
        ))}
      </div>
    </section>
  );
}
