import { parse } from "parse5";

type Node = { tagName?: string; attrs?: { name: string; value: string }[]; childNodes?: Node[] };

const decode = (text: string) => text.replaceAll("&amp;", "&").replace(/&#(\d+);/g, (_, n) => String.fromCharCode(n));

/** Everything that a page links, shows or names as its other forms: a, link, img, source, script, form. */
function inHtml(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node) => {
    const of = (name: string) => node.attrs?.find((attribute) => attribute.name === name)?.value;
    const rel = of("rel") ?? "";
    if (node.tagName === "a" || (node.tagName === "link" && !/preconnect|dns-prefetch/.test(rel)))
      found.push(of("href") ?? "");
    if (node.tagName === "img" || node.tagName === "source" || node.tagName === "script")
      found.push(of("src") ?? "", ...(of("srcset") ?? "").split(",").map((one) => one.trim().split(/\s/)[0] ?? ""));
    // What stands in a template is no link before a script fills it.
    for (const child of node.childNodes ?? []) visit(child);
  };
  visit(parse(html) as unknown as Node);
  return found;
}

/** Addresses in a feed or sitemap. */
const inXml = (xml: string) =>
  [...xml.matchAll(/<(?:link|loc|id)>([^<]+)<|\shref="([^"]+)"/g)].map(([, text, href]) => decode((text ?? href)!));

/** Absolute addresses of this site that an answer names, without fragments. */
export function linksOf(type: string, body: string, base: string): string[] {
  const raw = type.includes("html") ? inHtml(body) : /xml/.test(type) ? inXml(body) : [];
  return raw.flatMap((text) => {
    if (text === "" || /^(?:mailto|data|tel|javascript):/.test(text) || !URL.canParse(text, base)) return [];
    const url = new URL(text, base);
    url.hash = "";
    return url.origin === new URL(base).origin ? [url.href] : [];
  });
}
