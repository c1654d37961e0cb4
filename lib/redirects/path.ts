/**
 * The path that somebody meant, decoded, without query and slash at the end: from a path or from a whole address of
 * this site.
 * @param siteUrl public address of the site
 * @returns null when it is neither
 */
export function readPath(text: string, siteUrl: string): string | null {
  const trimmed = text.trim();
  const isAddress = /^https?:\/\//i.test(trimmed);
  if (!isAddress && !/^\/(?![/\\])/.test(trimmed)) return null;
  try {
    // Blanks and Chinese may stand in it as they are.
    const url = new URL(trimmed, siteUrl);
    if (url.host !== new URL(siteUrl).host) return null;
    const path = decodeURIComponent(url.pathname).replace(/(?<=.)\/+$/, "");
    return path.includes("//") || /[\x00-\x1f\x7f]/.test(path) ? null : path;
  } catch {
    return null;
  }
}
