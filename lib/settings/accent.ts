/** Colours as OKLCH (Ottosson 2020): lightness 0–1, chroma, hue in radians. */
type Lch = { l: number; c: number; h: number };
type Rgb = [number, number, number];
export type Theme = "day" | "night";

/** What WCAG 2.2 asks of text of ordinary size. */
export const LEAST_CONTRAST = 4.5;
/** Everything that an accent lies on: the three heights of paper in app/styles/tokens.css. */
export const PAPERS: Record<Theme, string[]> = {
  day: ["#fafbfa", "#f0f3f1", "#ffffff"],
  night: ["#121516", "#0b0d0e", "#1b1f21"],
};
export const DEFAULT_ACCENT: Record<Theme, string> = { day: "#86276a", night: "#dfa6cf" };

export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

const STEP = 0.0025;

const toLinear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const fromLinear = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function linear(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255].map((v) => toLinear(v / 255)) as Rgb;
}

const hexOf = (rgb: Rgb) =>
  `#${rgb
    .map((v) =>
      Math.round(fromLinear(Math.min(1, Math.max(0, v))) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

function toLch(hex: string): Lch {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, y), h: Math.atan2(y, a) };
}

function toRgb({ l, c, h }: Lch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ];
}

/** The nearest colour of a screen: less chroma, the same lightness and hue. */
function shown(colour: Lch): string {
  for (let c = colour.c; c > 0; c -= 0.004) {
    const rgb = toRgb({ ...colour, c });
    if (rgb.every((v) => v > -0.001 && v < 1.001)) return hexOf(rgb);
  }
  return hexOf(toRgb({ ...colour, c: 0 }));
}

function luminance(hex: string) {
  const [r, g, b] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG's ratio of two colours, 1–21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast of an accent with any paper of its theme. */
export const accentContrast = (theme: Theme, hex: string) =>
  Math.min(...PAPERS[theme].map((paper) => contrast(hex, paper)));

/** The tone nearest to this colour that can be read on every paper of the theme: darker by day, lighter by night. */
export function nearestTone(theme: Theme, hex: string): string {
  const wanted = toLch(hex);
  const step = theme === "day" ? -STEP : STEP;
  for (let { l } = wanted; l >= 0 && l <= 1; l += step) {
    const tone = shown({ ...wanted, l });
    if (accentContrast(theme, tone) >= LEAST_CONTRAST) return tone;
  }
  return theme === "day" ? "#000000" : "#ffffff";
}

/** What is drawn on a surface of the accent. */
const onAccent = (theme: Theme, hex: string) => {
  const own = shown({ ...toLch(hex), l: theme === "day" ? 1 : 0.2, c: 0.03 });
  return contrast(own, hex) >= LEAST_CONTRAST ? own : theme === "day" ? "#ffffff" : "#000000";
};

/** The four tokens of an accent in one theme. */
export function accentTokens(theme: Theme, hex: string) {
  const { l, c, h } = toLch(hex);
  const [strong, soft] = theme === "day" ? [Math.max(0, l - 0.1), 0.95] : [Math.min(0.97, l + 0.08), 0.28];
  return {
    accent: hex,
    "accent-strong": shown({ l: strong, c, h }),
    "accent-soft": shown({ l: soft, c: Math.min(c, 0.035), h }),
    "on-accent": onAccent(theme, hex),
  };
}

/**
 * The style sheet that puts these accents in the place of the built-in ones. Without `light-dark()`: the build writes
 * the other tokens in a way that older browsers know as well, and this sheet is not built.
 */
export function accentSheet(day: string, night: string): string {
  const lines = (theme: Theme, hex: string) =>
    Object.entries(accentTokens(theme, hex))
      .map(([name, value]) => `--${name}:${value}`)
      .join(";");
  const [light, dark] = [lines("day", day), lines("night", night)];
  return `:root{${light}}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}:root[data-theme=dark]{${dark}}`;
}
