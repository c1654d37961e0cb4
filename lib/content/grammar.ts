/** Elements that an article's body may hold. Everything else is unwrapped, or dropped when it is in DROPPED. */
export type Mark = { tag: "strong" | "em" | "sub" | "sup" | "code" | "a"; attributes: string };

export const MARKS: Record<string, Exclude<Mark["tag"], "a">> = {
  strong: "strong",
  b: "strong",
  em: "em",
  i: "em",
  sub: "sub",
  sup: "sup",
  code: "code",
  kbd: "code",
  samp: "code",
  tt: "code",
};

export const HEADINGS: Record<string, "h2" | "h3"> = { h1: "h2", h2: "h2", h3: "h3", h4: "h3", h5: "h3", h6: "h3" };

/** Dropped together with what they hold. */
export const DROPPED = new Set(
  (
    "script style iframe template noscript object embed applet svg math head title meta link base textarea select " +
    "option optgroup datalist input video audio source track canvas frame frameset noframes noembed map area dialog"
  ).split(" "),
);

/** Unknown blocks: unwrapped, but what stands before and behind them does not flow into one paragraph. */
export const BOUNDARIES = new Set(
  (
    "p div section article aside main header footer nav center address details summary fieldset form legend dl dt dd " +
    "li td th tr thead tbody tfoot caption figcaption menu dir listing xmp plaintext hgroup body html search"
  ).split(" "),
);

export const escapeText = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
export const escapeAttribute = (text: string) => escapeText(text).replace(/"/g, "&quot;");

// Browsers drop tabs and line ends from addresses and read "\" as "/", so neither may slip past the checks below.
const UNSAFE = /[\u0000-\u001f\u007f\\]/;
const LOCAL = /^\/(?!\/)/;

/** Attributes of a link, or null when its address is not one we keep. */
export function linkAttributes(href: string): string | null {
  let address = href.trim();
  if (address.startsWith("//")) address = `https:${address}`;
  if (UNSAFE.test(address)) return null;
  if (/^https?:\/\/[^/]/i.test(address)) return ` href="${escapeAttribute(address)}" rel="external nofollow noopener"`;
  if (LOCAL.test(address) || /^mailto:[^\s]+@/i.test(address)) return ` href="${escapeAttribute(address)}"`;
  return null;
}

const wholeNumber = (name: string, value: string | undefined, max: number) =>
  value !== undefined && /^[1-9]\d{0,4}$/.test(value) && Number(value) <= max ? ` ${name}="${value}"` : "";

/** An image of our own, or null: pictures of other hosts are not shown. */
export function imageTag(attributes: Record<string, string>): string | null {
  const src = (attributes.src ?? "").trim();
  if (UNSAFE.test(src) || !LOCAL.test(src)) return null;
  const alt = clean(attributes.alt ?? "");
  const size = wholeNumber("width", attributes.width, 20_000) + wholeNumber("height", attributes.height, 20_000);
  return `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(alt)}"${size}>`;
}

/** One cell wide is what every cell is. */
const span = (name: string, value: string | undefined, max: number) =>
  value === "1" ? "" : wholeNumber(name, value, max);

export function cellAttributes(attributes: Record<string, string>): string {
  const scope = /^(row|col|rowgroup|colgroup)$/.test(attributes.scope ?? "") ? ` scope="${attributes.scope}"` : "";
  return span("colspan", attributes.colspan, 100) + span("rowspan", attributes.rowspan, 1000) + scope;
}

/** No NUL (Postgres refuses it) and no CR (a parser turns it into LF at the next reading). */
export const clean = (text: string) => text.replace(/\u0000/g, "").replace(/\r\n?/g, "\n");

/** Nothing a reader would see. */
export const isBlank = (text: string) => /^[\s\u200b\u2060]*$/.test(text);
