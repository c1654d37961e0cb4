export type Shared = { title: string; url: string; outlet: string; time: string };

/** Upright, 3:4: as phones show pictures in a conversation. Always by day: it leaves for places with light backgrounds. */
const [WIDTH, HEIGHT, MARGIN] = [1080, 1440, 88];
const INK = "#14191a";
const MUTED = "#5c6668";
const ACCENT = "#86276a";
const RULE = "#d8dedb";
const CODE_SIDE = 224;

/** No line begins with these, and none ends with those. */
const NOT_FIRST = /^[，。、；：！？）》〉”’」』】％%…—,.;:!?)\]]/;
const NOT_LAST = /[（《〈“‘「『【([]$/;

/** Characters and whole numbers, between which a line may break. */
const piecesOf = (text: string) => text.match(/[A-Za-z0-9.,%+−-]+|[\s\S]/gu) ?? [];

/** Words, where the page marks them in its headline. */
function wordsOf(title: string): string[] {
  const nodes = [...(document.querySelector(".story h1")?.childNodes ?? [])];
  return nodes.length > 1 ? nodes.map(({ textContent }) => textContent ?? "") : piecesOf(title);
}

function wrap(pen: CanvasRenderingContext2D, pieces: string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    const fits = pen.measureText(line + piece).width <= width;
    if (line === "" || fits || NOT_FIRST.test(piece) || NOT_LAST.test(line)) line += piece;
    else {
      lines.push(line.trim());
      line = piece.trimStart();
    }
  }
  return [...lines, line].filter(Boolean);
}

function fontOf(name: "--serif" | "--sans", weight: number, size: number) {
  return `${weight} ${size}px ${getComputedStyle(document.documentElement).getPropertyValue(name)}`;
}

/** The title as large as four lines of it allow. */
function setTitle(pen: CanvasRenderingContext2D, title: string): { lines: string[]; size: number } {
  const pieces = wordsOf(title);
  for (let size = 84; ; size -= 4) {
    pen.font = fontOf("--serif", 700, size);
    const lines = wrap(pen, pieces, WIDTH - 2 * MARGIN);
    if (lines.length <= 4 || size <= 52) return { lines: lines.slice(0, 7), size };
  }
}

/** What stands in the page's head under this name. */
const said = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";

/** Nameplate, outlet, title, beginning, and at the foot the way to the whole of it. */
export function drawCard(canvas: HTMLCanvasElement, shared: Shared, code: HTMLImageElement | null) {
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const pen = canvas.getContext("2d")!;
  const right = WIDTH - MARGIN;
  const rule = (y: number, thickness: number, colour = INK) => {
    pen.fillStyle = colour;
    pen.fillRect(MARGIN, y, WIDTH - 2 * MARGIN, thickness);
  };
  const write = (text: string, x: number, y: number, colour = INK) => {
    pen.fillStyle = colour;
    pen.fillText(text, x, y);
  };
  pen.fillStyle = "#fafbfa";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.textBaseline = "alphabetic";

  pen.font = fontOf("--serif", 700, 54);
  pen.letterSpacing = "7px";
  write(said("application-name"), MARGIN, 138);
  pen.letterSpacing = "0px";
  pen.font = fontOf("--sans", 400, 28);
  pen.textAlign = "right";
  write(shared.time, right, 134, MUTED);
  pen.textAlign = "left";
  rule(176, 4);
  rule(185, 2);

  pen.font = fontOf("--sans", 700, 34);
  write(shared.outlet, MARGIN, 276, ACCENT);
  const { lines, size } = setTitle(pen, shared.title);
  let y = 276 + 40;
  for (const line of lines) {
    y += Math.round(size * 1.34);
    write(line, MARGIN, y);
  }

  const foot = HEIGHT - MARGIN - CODE_SIDE;
  pen.font = fontOf("--sans", 400, 34);
  const room = Math.max(0, Math.floor((foot - 64 - y - 44) / 62));
  const text = wrap(pen, piecesOf(said("description")), WIDTH - 2 * MARGIN);
  const shown = text.slice(0, room);
  // Cut where it does not fit, and said so: the whole of it is behind the code.
  if (text.length > room && room > 0) shown[room - 1] = `${shown[room - 1]!.slice(0, -2)}……`;
  y += 36;
  for (const line of shown) {
    y += 62;
    write(line, MARGIN, y, "#3e4648");
  }

  rule(foot - 40, 2, RULE);
  pen.font = fontOf("--serif", 700, 38);
  write(code ? "扫码读全文" : "全文在", MARGIN, foot + 74);
  pen.font = fontOf("--sans", 400, 26);
  const address = [...decodeURI(shared.url.replace(/^https?:\/\//, ""))];
  for (const [place, line] of wrap(pen, address, right - MARGIN - CODE_SIDE - 60)
    .slice(0, 3)
    .entries())
    write(line, MARGIN, foot + 130 + place * 42, MUTED);
  if (code) pen.drawImage(code, right - CODE_SIDE, foot, CODE_SIDE, CODE_SIDE);
}
