import type { IncomingMessage } from "node:http";
import { PAGE_KEY_HEADER } from "./next-app";

/** Tells Next who asked. What the client says of that itself is believed only behind so many proxies of ours. */
export function setForwarded(req: IncomingMessage, trustedProxies: number) {
  const { headers } = req;
  const peer = req.socket.remoteAddress ?? "";
  if (trustedProxies === 0) {
    headers["x-forwarded-for"] = peer;
    headers["x-forwarded-proto"] = "http";
    headers["x-forwarded-host"] = headers.host ?? "";
  } else {
    // Each proxy appends whom it saw, so the visitor is as many places from the end as there are proxies.
    const chain = String(headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
    headers["x-forwarded-for"] = chain.at(-trustedProxies) ?? chain[0] ?? peer;
    headers["x-forwarded-proto"] = headers["x-forwarded-proto"] === "https" ? "https" : "http";
    headers["x-forwarded-host"] ??= headers.host ?? "";
  }
  for (const name of ["forwarded", "x-real-ip", "x-forwarded-port", PAGE_KEY_HEADER]) delete headers[name];
}
