export const SHARE_KINDS = ["site", "article", "outlet", "tag", "stock"] as const;
export type ShareKind = (typeof SHARE_KINDS)[number];

/** Where the picture is that other sites show beside a link. Another version is another address. */
export const shareImagePath = (kind: ShareKind, id: string, version: string) => `/share/${kind}/${id}-${version}.png`;

const FILE = /^(.+)-([0-9a-f]{12})\.png$/;

/** What such an address asks for; null when it is none. */
export function readShareAddress(kind: string, file: string): { kind: ShareKind; id: string; version: string } | null {
  const known = SHARE_KINDS.find((one) => one === kind);
  const [, id, version] = FILE.exec(file) ?? [];
  return known && id && version ? { kind: known, id, version } : null;
}
