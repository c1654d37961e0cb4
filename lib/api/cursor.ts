import { decodeCursor, encodeCursor, type Position } from "@/lib/cursor";
import { Problem } from "./problem";

/** Cursors are opaque to who reads them: what they hold may change. */
const pack = (text: string) => Buffer.from(text).toString("base64url");
const unpack = (text: string) => (/^[\w-]*$/.test(text) ? Buffer.from(text, "base64url").toString() : "");

const foreign = (parameter: string, expected: string) =>
  new Problem("bad-parameter", `有 1 个参数不对：${expected}。`, [{ parameter, detail: expected }]);
const NOT_OURS = "cursor 应是上一页 next 的值";

export const packPosition = (position: Position) => pack(encodeCursor(position));

/** @throws {Problem} when it is none of ours */
export function unpackPosition(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(unpack(cursor));
  if (!position) throw foreign("cursor", NOT_OURS);
  return position;
}

/** Behind a key of a list that is ordered by it. */
export const packKey = (key: string) => pack(`k.${key}`);

/** @throws {Problem} when it is none of ours */
export function unpackKey(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = unpack(cursor);
  if (!text.startsWith("k.")) throw foreign("cursor", NOT_OURS);
  return text.slice(2);
}

/** Of a search, whose places are its own affair. */
export const packPlace = (place: string) => pack(`s.${place}`);

/** @throws {Problem} when it is none of ours */
export function unpackPlace(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const text = unpack(cursor);
  if (!text.startsWith("s.") || text.length > 82) throw foreign("cursor", NOT_OURS);
  return text.slice(2);
}

/** How far the log of changes was read. */
export const packChange = (number: number) => pack(`c.${number}`);

/** @throws {Problem} when it is none of ours */
export function unpackChange(since: string): number {
  const [, number] = /^c\.(\d{1,15})$/.exec(unpack(since)) ?? [];
  if (number === undefined) throw foreign("since", "since 应是上一次 next 的值，或 now");
  return Number(number);
}
