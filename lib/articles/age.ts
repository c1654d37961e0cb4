import { tag } from "@/lib/cache/tags";
import { beijingDay, startOfBeijingDay } from "@/lib/dates";

const DAY_MS = 86_400_000;
/** Full days after the day of publication from which an article is old. */
const FRESH_DAYS = 7;

const turnsOld = (publishAt: Date) => startOfBeijingDay(publishAt).getTime() + (FRESH_DAYS + 1) * DAY_MS;

/** Whether a week has passed since the day on which an article was published, in Beijing. */
export const isOld = (publishAt: Date, now: Date) => now.getTime() >= turnsOld(publishAt);

/** The tag of a page whose article is not old yet, by the day on which it will be; null when it is. */
export const agingTags = (publishAt: Date, now: Date): string[] | null =>
  isOld(publishAt, now) ? null : [tag.turnsOld(beijingDay(new Date(turnsOld(publishAt))))];
