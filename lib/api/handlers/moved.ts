import "server-only";
import type { Db } from "@/lib/db/client";
import { resolveOldPath } from "@/lib/redirects/queries";
import { Problem } from "../problem";

/**
 * The slug under which something stands today that stood at this path of the site.
 * @throws {Problem} when nothing like it ever did
 */
export async function slugNow(db: Db, path: string): Promise<string> {
  const to = await resolveOldPath(db, decodeURIComponent(path));
  const [folder, slug] = to?.split("/").slice(1) ?? [];
  if (!slug || folder !== path.split("/")[1]) throw new Problem("not-found");
  return decodeURIComponent(slug);
}

/** The same list with another value of one of its conditions. */
export function withParameter(path: string, given: URLSearchParams, name: string, value: string): string {
  const query = new URLSearchParams(given);
  query.set(name, value);
  return `${path}?${query}`;
}
