import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { weakEtag } from "@/lib/cache/etag";
import { HEAD_SCRIPT } from "@/lib/head-script";
import type { PageNotes } from "./tag-page";

/** A page as Next rendered it; `location` is the target of a redirect, `contentType` and `bytes` of a file that is no page (a feed, a picture). */
export type RawPage = { html: string; status: number; location?: string; contentType?: string; bytes?: Buffer };
/** Of pictures that are kept: share images. They are packed as they are. */
export const PICTURE_TYPE = "image/png";
export type Encoding = "br" | "gzip" | "identity";

/** Bytes that are ready to be sent. Compressed forms are made at first use and then kept. */
export type Body = { etag: string; identity: Buffer; br?: Buffer; gzip?: Buffer; best?: boolean; uses?: number };
export type PageEntry = {
  status: number;
  location: string | undefined;
  /** HTML unless told. */
  contentType?: string;
  /** Of its own, beside those that every page has. */
  headers?: Record<string, string>;
  tags: string[];
  /** From when on it is not sent any more, if there is such a moment. */
  until?: number;
  body: Body;
};

const ELEMENT =
  /<!--[\s\S]*?-->|<(script|style|title|textarea)\b((?:[^"'>]|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1\s*>|<\/?([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi;

const attribute = (attributes: string, name: string) =>
  new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i")
    .exec(attributes)
    ?.slice(1)
    .find(Boolean);

function keepsScript(attributes: string, code: string): boolean {
  const type = attribute(attributes, "type");
  return code === HEAD_SCRIPT || type === "application/ld+json" || type === "text/island";
}

function link(whole: string, attributes: string): string {
  const rel = attribute(attributes, "rel");
  if (rel === "modulepreload") return "";
  // The style of a failure that only a script would show, too.
  if (rel === "preload" && /^(?:script|style)$/.test(attribute(attributes, "as") ?? "")) return "";
  return whole.replace(/\sdata-precedence="[^"]*"/, "");
}

/**
 * Takes out of a complete page what only Next's hydration needs.
 * @throws when a part of the page would be moved into place by a script: then it is not complete without one
 */
export function withoutFramework(html: string): string {
  const plain = html.replace(
    ELEMENT,
    (whole, raw?: string, rawAttributes = "", text = "", name = "", attributes = "") => {
      if (whole.startsWith("<!--")) return "";
      if (raw) {
        if (raw.toLowerCase() !== "script") return whole;
        return keepsScript(rawAttributes, text) ? whole : "";
      }
      const element = name.toLowerCase();
      const isPlaceholder = element === "template" && !whole.startsWith("</") && !/\sdata-island=/.test(attributes);
      if (isPlaceholder || (element === "div" && /\sid="S:/.test(attributes))) {
        throw new Error("the page holds an unresolved Suspense placeholder");
      }
      return element === "link" ? link(whole, attributes) : whole;
    },
  );
  return plain.replace(/(<body\b[^>]*>)<div hidden=""><\/div>/, "$1");
}

/** Next renders `notFound()`, `redirect()` and failures of the shell as an empty document that a script fills. */
const isEmptyShell = (html: string) => html.slice(0, 200).includes('<html id="__next_error__"');

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

export function makeBody(identity: Buffer): Body {
  return { etag: weakEtag(identity), identity };
}

/**
 * Makes the finished entry of a page.
 * @param notes what the page said of itself while it was rendered
 * @param notFound body shown for a 404 that Next left empty
 * @throws when the page is not complete without scripts
 */
export function finishPage(raw: RawPage, notes: PageNotes, notFound: () => Body): PageEntry {
  const { location, contentType } = raw;
  const { headers } = notes;
  const tags = [...notes.tags];
  const status = raw.status === 200 ? (notes.status ?? 200) : raw.status;
  if (location !== undefined && status >= 300 && status < 400) {
    const href = escapeHtml(location);
    const html = `<!DOCTYPE html><html lang="zh-CN"><title>已移动</title><p><a href="${href}">${href}</a></p></html>`;
    return { status, location, headers, tags, body: makeBody(Buffer.from(html)) };
  }
  if (contentType !== undefined) {
    return {
      status,
      location: undefined,
      contentType,
      headers,
      tags,
      body: makeBody(raw.bytes ?? Buffer.from(raw.html)),
    };
  }
  if (isEmptyShell(raw.html)) {
    if (status !== 404) throw new Error(`an empty shell with status ${status}`);
    return { status, location: undefined, headers, tags, body: notFound() };
  }
  return { status, location: undefined, headers, tags, body: makeBody(Buffer.from(withoutFramework(raw.html))) };
}

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const atQuality = (quality: number, size: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size },
});

/** Compressed once it is asked for; quick, because a reader waits. */
export async function encode(body: Body, encoding: Encoding): Promise<Buffer> {
  if (encoding === "identity") return body.identity;
  const had = body[encoding];
  if (had) return had;
  const { identity } = body;
  const made = encoding === "br" ? await brotli(identity, atQuality(5, identity.length)) : await gzipped(identity);
  body[encoding] ??= made;
  return made;
}

/** Compresses anew and well what is asked for often; takes several times the work of a first answer. */
export async function encodeBest(body: Body) {
  if (body.best) return;
  body.best = true;
  body.br = await brotli(body.identity, atQuality(10, body.identity.length));
}

export const bodyBytes = (body: Body) => body.identity.length + (body.br?.length ?? 0) + (body.gzip?.length ?? 0);
