import "server-only";
// Node finds this module by the name of its file alone.
import { ImageResponse } from "next/og.js";
import { type Drawing, SHARE_SIZE } from "./drawing";
import { shareFont } from "./font";
import { layOut } from "./layout";

/** Who comes when so many wait is sent away: a crawler that wants them all must not hold up readers' pages. */
const MOST_WAITING = 16;

let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** The layouter keeps what it reads of a font by this very list. */
let fonts: { name: string; data: Buffer; weight: 700; style: "normal" }[] | undefined;

async function draw(drawing: Drawing): Promise<Buffer> {
  const font = shareFont();
  fonts ??= [{ name: "share", data: font.bytes, weight: 700, style: "normal" }];
  const picture = new ImageResponse(layOut(drawing, font), { ...SHARE_SIZE, fonts });
  return Buffer.from(await picture.arrayBuffer());
}

/**
 * The picture as a PNG, drawn one at a time.
 * @returns null when too many wait for theirs
 */
export async function drawShareImage(drawing: Drawing): Promise<Buffer | null> {
  if (waiting >= MOST_WAITING) return null;
  waiting++;
  const drawn = turn.then(() => draw(drawing));
  turn = drawn.catch(() => {});
  return drawn.finally(() => waiting--);
}
