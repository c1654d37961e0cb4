/** The last part of an address's path, without an ending that the content might contradict. */
export function nameOf(url: URL): string {
  const last = url.pathname.split("/").at(-1) ?? "";
  try {
    return (
      decodeURIComponent(last)
        .replace(/\.[a-z0-9]+$/i, "")
        .slice(0, 100) || url.host
    );
  } catch {
    return url.host;
  }
}
