import type { Position } from "@/lib/cursor";

/** A document that is subscribed to holds at least so many items. */
export const LEAST = 30;
/** No document holds more. */
export const MOST = 200;
/** One item in so many ends the document that it stands in. */
const EVERY = 32;

/** FNV-1a (Fowler, Noll, Vo 1991), its bits mixed once more: ids may be numbers that differ in their last digits alone. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Whether the id itself says that a document ends with this item. */
export const endsDocument = (id: string) => hash(id) % EVERY === 0;

/**
 * How many of a list's next items one document holds: up to the first one that ends a document. Where documents end is
 * decided by the items alone and not by counting from the newest, so what is published later moves no older document
 * (content-defined chunking, as in Muthitacharoen et al. 2001).
 * @param positions of the items behind the document before, newest first, `MOST + 1` of them or all
 * @param least before which it does not end
 */
export function cutDocument(positions: Position[], least = 0): number {
  const end = positions.findIndex(({ id }, at) => at >= least - 1 && endsDocument(id));
  return Math.min(end < 0 ? positions.length : end + 1, MOST);
}
