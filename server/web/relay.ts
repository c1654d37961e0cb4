import type { IncomingMessage, ServerResponse } from "node:http";
import type { Rendered } from "./miss";

const HOP_BY_HOP = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "date"]);
/** What Next says to its own scripts and caches; a shared cache would keep an answer a dozen times for it. */
const FRAMEWORK = /^(?:vary$|x-nextjs-|x-powered-by$)/;

/** Sends what Next answered for a reader's address and is no page, such as the manifest. */
export function relay(
  req: IncomingMessage,
  res: ServerResponse,
  { status, headers, body }: NonNullable<Rendered["response"]>,
) {
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !HOP_BY_HOP.has(name) && !FRAMEWORK.test(name)) res.setHeader(name, value);
  }
  res.writeHead(status, { "Content-Length": body.length }).end(req.method === "HEAD" ? undefined : body);
}
