import { z } from "zod";

export const RANGES = [1, 7, 30] as const;
export type Range = (typeof RANGES)[number];

const shape = z.object({ days: z.enum(["1", "7", "30"]).catch("30") });

/** The span of days that the dashboard's address asks for; anything else is the longest. */
export const readRange = (search: Record<string, string | string[] | undefined>): Range =>
  Number(shape.parse({ days: search.days }).days) as Range;

export const dashboardPath = (range: Range) => (range === 30 ? "/admin" : `/admin?days=${range}`);
