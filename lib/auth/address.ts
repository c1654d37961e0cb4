/** The page server replaces the header by the one address it believes; behind another proxy the last entry is nearest. */
export const addressOf = (forwardedFor: string | null | undefined): string =>
  forwardedFor?.split(",").at(-1)?.trim() || "unknown";

const isV6 = (address: string) => address.includes(":") && !address.includes(".");

/** The first groups of an IPv6 address, written out. */
function groups(address: string, count: number): string {
  const [head = "", tail = ""] = address.split("::");
  const start = head ? head.split(":") : [];
  const end = tail ? tail.split(":") : [];
  const zeros = address.includes("::") ? Array(Math.max(0, 8 - start.length - end.length)).fill("0") : [];
  return [...start, ...zeros, ...end].slice(0, count).join(":");
}

const plain = (address: string) => address.replace(/^::ffff:/i, "");

/** Who counts as one visitor: an IPv4 address, or the /64 that a visitor owns whole. */
export const network = (address: string) => (isV6(address) ? groups(address, 4) : plain(address));

/** About where somebody is, enough to tell a strange sign-in by: `203.0.113.*`, `2001:db8:1:*`. */
export function approximate(address: string): string {
  if (isV6(address)) return address === "::1" ? "本机" : `${groups(address, 3)}:*`;
  const parts = plain(address).split(".");
  if (parts.length !== 4) return "";
  return parts[0] === "127" ? "本机" : `${parts.slice(0, 3).join(".")}.*`;
}
