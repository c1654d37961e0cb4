/** The part of an address behind a list's own: nothing, or `before/{cursor}`; null for anything else. */
export function readFurther(rest: string[]): { cursor?: string } | null {
  if (rest.length === 0) return {};
  return rest.length === 2 && rest[0] === "before" ? { cursor: rest[1]! } : null;
}
