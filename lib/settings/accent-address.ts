import { DEFAULT_ACCENT } from "@/lib/settings/accent";

/** Where the sheet of these accents is; null for the built-in ones, which need none. The colours are in the address. */
export const accentSheetPath = (day: string, night: string): string | null =>
  day === DEFAULT_ACCENT.day && night === DEFAULT_ACCENT.night
    ? null
    : `/api/accent/${day.slice(1)}-${night.slice(1)}.css`;

/** The colours of such an address. */
export function accentsOf(file: string): { day: string; night: string } | null {
  const [, day, night] = /^([0-9a-f]{6})-([0-9a-f]{6})\.css$/.exec(file) ?? [];
  return day && night ? { day: `#${day}`, night: `#${night}` } : null;
}
