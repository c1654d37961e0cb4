/** Copies of pages, and of the sheets, scripts and pictures that they show; what the API draws is no part of a page. */
const MOST_KEPT = 20;
const PARTS = "parts";
const PART = /<(link|script|img)\b[^>]*?[\s-](?:href|src)="(\/(?!api\/)[^"]+)"[^>]*>/g;

const asHtml = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Where the parts of a page are that are worth keeping. */
function partsOf(html: string): string[] {
  const parts = [...html.matchAll(PART)]
    .filter(([tag, name]) => name !== "link" || tag.includes('rel="stylesheet"'))
    .map(([, , path]) => encodeURI(decodeURI(path!.replaceAll("&amp;", "&"))));
  return [...new Set(parts)];
}

/**
 * Fetches a page, asking the server whether the browser's own copy still holds, and keeps it. What is gone is forgotten;
 * when there is no network nothing changes.
 */
export async function keep(name: string, path: string) {
  const response = await fetch(path, { cache: "no-cache" });
  if (!response.ok || response.redirected) return cleared(name, path);
  const html = await response.text();
  const parts = partsOf(html);
  await keepParts(parts);
  const headers = { ...headOf(response), "x-kept-at": String(Date.now()), "x-parts": JSON.stringify(parts) };
  const cache = await caches.open(name);
  // Deleted first: the order of the keys is the order in which they were read.
  await cache.delete(path);
  await cache.put(path, new Response(html, { headers }));
  if (name === "kept") for (const old of (await cache.keys()).slice(0, -MOST_KEPT)) await cache.delete(old);
  await sweep();
}

async function keepParts(parts: string[]) {
  const cache = await caches.open(PARTS);
  for (const part of parts) {
    if (await cache.match(part)) continue;
    const response = await fetch(part).catch(() => undefined);
    if (response?.ok) await cache.put(part, response);
  }
}

/** Forgets a page. */
export async function cleared(name: string, path: string) {
  if (await (await caches.open(name)).delete(path)) await sweep();
}

/** Parts that no page shows any more. */
async function sweep() {
  const shown = new Set<string>();
  for (const name of await caches.keys()) {
    if (name === PARTS) continue;
    for (const page of await (await caches.open(name)).matchAll())
      for (const part of JSON.parse(page.headers.get("x-parts") ?? "[]")) shown.add(part);
  }
  const cache = await caches.open(PARTS);
  for (const { url } of await cache.keys()) {
    const { pathname, search } = new URL(url);
    if (!shown.has(pathname + search)) await cache.delete(url);
  }
}

export const match = async (name: string, path: string) => (await caches.open(name)).match(path);

/** A kept sheet, script or picture; of a picture any size that is there. */
export async function matchPart(path: string): Promise<Response> {
  const cache = await caches.open(PARTS);
  const exact = await cache.match(path, { ignoreSearch: true });
  if (exact) return exact;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const other = (await cache.keys()).find(
    ({ url }) => folder.startsWith("/media/") && new URL(url).pathname.startsWith(folder),
  );
  return (other && (await cache.match(other))) ?? Response.error();
}

/** In Beijing: `14:12`, with the day unless it is today. */
function keptAt(copy: Response): string {
  const inBeijing = (ms: number) => new Date(ms + 8 * 3600_000).toISOString();
  const at = inBeijing(Number(copy.headers.get("x-kept-at")));
  const clock = at.slice(11, 16);
  if (at.slice(0, 10) === inBeijing(Date.now()).slice(0, 10)) return clock;
  return `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日 ${clock}`;
}

/** What of an answer's head still holds when its text is another. */
function headOf({ headers }: Response): Record<string, string> {
  const names = ["content-type", "content-security-policy"];
  return Object.fromEntries(names.map((name) => [name, headers.get(name) ?? ""]));
}

const changed = async (copy: Response, change: (html: string) => string) =>
  new Response(change(await copy.text()), { headers: headOf(copy) });

const NOTICE = (text: string) => `<p class="notice" role="status">${text}</p>`;
const behindMain = (html: string, piece: string) => html.replace(/<main\b[^>]*>/, (tag) => tag + piece);

/** The copy, saying that it is one. */
export const withNotice = (copy: Response) =>
  changed(copy, (html) =>
    behindMain(html, NOTICE(`网络不通，正在显示 ${keptAt(copy)} 保存的版本。<a href="/later">还有哪些可以读</a>`)),
  );

/**
 * The page that lists the copies, filled in.
 * @param isInstead it is shown in the place of a page that is not kept
 */
export async function keptList(page: Response, isInstead = false): Promise<Response> {
  const copies = await (await caches.open("kept")).matchAll();
  const paths = (await (await caches.open("kept")).keys()).map(({ url }) => new URL(url).pathname);
  const rows: string[] = [];
  for (const [place, copy] of copies.entries()) {
    const [, title = ""] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(await copy.text()) ?? [];
    const text = title.replace(/<[^>]*>/g, "");
    rows.unshift(
      `<li><a href="${asHtml(paths[place]!)}">${text}</a><p class="meta"><span>${keptAt(copy)} 保存</span></p></li>`,
    );
  }
  return changed(page, (html) => {
    const filled =
      rows.length > 0
        ? html.replace(/<p [^>]*id="none-kept"[\s\S]*?<\/p>/, () => `<ol class="rel">${rows.join("")}</ol>`)
        : html;
    return isInstead ? behindMain(filled, NOTICE("网络不通，这一页没有存在这台设备上。连上网络后再试一次。")) : filled;
  });
}
