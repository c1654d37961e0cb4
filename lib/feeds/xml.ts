/** Text without what XML 1.0 cannot hold: control characters, two that are none, and halves of surrogate pairs. */
export const cleanText = (text: string) =>
  text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/\p{Surrogate}/gu, "\ufffd");

/** `>` as well, so that no `]]>` is left; CR, because a parser would read it as LF. */
export const escapeXml = (text: string) => cleanText(text).replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Attributes = Record<string, string | number | undefined>;

/** An element around what is XML already; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, inner?: string): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    // A parser would read each of these as a blank.
    if (value !== undefined)
      tag += ` ${key}="${escapeXml(String(value)).replace(/[\t\n]/g, (s) => `&#${s.charCodeAt(0)};`)}"`;
  }
  return inner === undefined ? `${tag}/>` : `${tag}>${inner}</${name}>`;
}

/** An element around plain text. */
export const textElement = (name: string, text: string, attributes: Attributes = {}) =>
  element(name, attributes, escapeXml(text));
