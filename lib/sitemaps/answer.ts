import "server-only";

export const SITEMAP_TYPE = "application/xml; charset=utf-8";

/** A finished sitemap; the page server keeps it like a page, under the tags that its loader gave. */
export const answerXml = (body: string) => new Response(body, { headers: { "Content-Type": SITEMAP_TYPE } });
