import "server-only";
import { registeredStore } from "./page-store";

// Next's bundle and the page server's load this module separately, so they meet on a well-known symbol.
const KEY = Symbol.for("finews.kept-values");
const holder = globalThis as { [KEY]?: Map<string, Promise<unknown>> };
holder[KEY] ??= new Map();
const values = holder[KEY];

/**
 * A value of the database that this process keeps until its tag is expired. Where no page server hears of expiries
 * (`npm run dev`, commands) it is read each time.
 */
export function keepUntilExpired<Value>(tag: string, read: () => Promise<Value>): Promise<Value> {
  if (!registeredStore()) return read();
  const kept = values.get(tag) as Promise<Value> | undefined;
  if (kept) return kept;
  const reading = read();
  values.set(tag, reading);
  reading.catch(() => {
    if (values.get(tag) === reading) values.delete(tag);
  });
  return reading;
}

/** Who asks from now on reads anew, also while an older reading is still under way. */
export function forgetValues(tags?: Iterable<string>) {
  if (!tags) return values.clear();
  for (const tag of tags) values.delete(tag);
}
