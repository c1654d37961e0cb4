import { mostReadPath, mostReadWeekPath } from "@/lib/urls";

/** The spans of time that end now. */
export const SPANS = {
  day: { hours: 24, label: "24 小时", path: mostReadPath },
  week: { hours: 7 * 24, label: "7 天", path: mostReadWeekPath },
} as const;

export type Span = keyof typeof SPANS;
export const SPAN_KEYS = Object.keys(SPANS) as Span[];
