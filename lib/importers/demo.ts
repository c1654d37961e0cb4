import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beijingDay } from "@/lib/dates";

/** The day on which the demo archive was written; its newest posts carry it. */
const ANCHOR = "2026-11-23";
const DAY_MS = 86_400_000;
const FOLDERS = ["_posts", "old_post", "category"];

const dayNumber = (day: string) => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / DAY_MS;
const isoDay = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

function shiftDay(day: string, days: number): string {
  const number = dayNumber(day);
  // Not a day of the calendar, or not of the archive's years: the figure means something else.
  if (isoDay(number) !== day || Math.abs(number - dayNumber(ANCHOR)) > 366) return day;
  return isoDay(number + days);
}

/** Moves dates in names, front matter and the provider's numbers by whole days; dates in the prose stay. */
export function shiftDates(text: string, days: number): string {
  return text
    .replace(
      /(?<!\d)(20\d{2})(\d{2})(\d{2})(\d{10}|\d{6})(?!\d)/g,
      (_, y, m, d, rest) => `${shiftDay(`${y}-${m}-${d}`, days).replaceAll("-", "")}${rest}`,
    )
    .replace(/^(date:[ \t]*["']?)(20\d{2}-\d{2}-\d{2})/gm, (_, head, day) => head + shiftDay(day, days))
    .replace(/^(20\d{2}-\d{2}-\d{2})(?=-)/, (day) => shiftDay(day, days))
    .replace(/(?<=\/)(20\d{2})\/(\d{2})\/(\d{2})(?=\/)/g, (_, y, m, d) =>
      shiftDay(`${y}-${m}-${d}`, days).replaceAll("-", "/"),
    );
}

/** Latest `date:` of the archive, in milliseconds. */
function newestOf(texts: string[]): number {
  let newest = 0;
  for (const text of texts) {
    const match = /^date:[ \t]*["']?(20\d{2}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})/m.exec(text);
    if (match) newest = Math.max(newest, Date.parse(`${match[1]}T${match[2]}+08:00`));
  }
  return newest;
}

/**
 * Copies the demo archive with its dates shifted by whole days, so that the newest post is of today or, where that
 * would lie ahead of `now`, of yesterday.
 */
export async function materialiseDemo(
  sourceDir: string,
  targetDir: string,
  now: Date,
): Promise<{ files: number; days: number }> {
  const files: { folder: string; name: string; bytes: Buffer }[] = [];
  for (const folder of FOLDERS) {
    const names = await readdir(join(sourceDir, folder)).catch(() => [] as string[]);
    for (const name of names.sort()) files.push({ folder, name, bytes: await readFile(join(sourceDir, folder, name)) });
  }
  const newest = newestOf(files.map((file) => file.bytes.toString("utf8")));
  let days = dayNumber(beijingDay(now)) - dayNumber(newest ? beijingDay(new Date(newest)) : ANCHOR);
  while (newest + days * DAY_MS > now.getTime()) days--;
  for (const { folder, name, bytes } of files) {
    await mkdir(join(targetDir, folder), { recursive: true });
    await writeFile(join(targetDir, folder, shiftDates(name, days)), shiftDates(bytes.toString("utf8"), days));
  }
  return { files: files.length, days };
}
