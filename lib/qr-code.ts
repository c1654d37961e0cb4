import "server-only";
import { encode } from "uqr";

/** A QR code as one SVG path on a square of `size` units, `border` of them margin on each side; runs of squares are one piece. */
export function qrCode(text: string, { ecc = "M" as "L" | "M", border = 4 } = {}): { size: number; path: string } {
  const { data, size } = encode(text, { ecc, border });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: runs.join("") };
}

/** The code as a picture of its own, dark on nothing. */
export function qrPicture(text: string): string {
  const { size, path } = qrCode(text, { ecc: "L", border: 0 });
  const side = size * 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${side}" height="${side}"><path fill="#14191a" shape-rendering="crispEdges" d="${path}"/></svg>`;
}
