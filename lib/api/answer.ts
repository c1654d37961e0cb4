import "server-only";
import { CACHE_CONTROL } from "@/lib/cache/cache-control";
import { namesEtag, weakEtag } from "@/lib/cache/etag";
import { sentWith } from "@/lib/indexing/policy";
import type { Problem } from "./problem";

const ALLOWED = "GET, HEAD, OPTIONS";
/** For programs on any page: no cookie is read here, so nobody's rights can be lent. */
const OPEN = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, RateLimit, RateLimit-Policy, Retry-After, Location",
  "X-Content-Type-Options": "nosniff",
  ...sentWith("data").headers,
};
/** What is packed on its way out (server/web/packed.ts) adds Accept-Encoding. */
const VARY = "Authorization";
/** As pages: asked for each time (304 is cheap), a CDN may answer for a second. */
const SHARED = CACHE_CONTROL.data;
const OWN = "private, max-age=0, must-revalidate";

export const PREFLIGHT = () =>
  new Response(null, {
    status: 204,
    headers: {
      ...OPEN,
      Allow: ALLOWED,
      "Access-Control-Allow-Methods": ALLOWED,
      "Access-Control-Allow-Headers": "Authorization, If-None-Match",
      "Access-Control-Max-Age": "86400",
    },
  });

const send = (request: Request, status: number, text: string, headers: Record<string, string>) =>
  new Response(request.method === "HEAD" ? null : text, { status, headers: { ...OPEN, Vary: VARY, ...headers } });

/** An answer with a mark of its own; who has it already gets 304. */
export function answerJson(
  request: Request,
  answer: object,
  { headers, isPrivate }: { headers: Record<string, string>; isPrivate: boolean },
) {
  const text = `${JSON.stringify(answer)}\n`;
  const etag = weakEtag(text);
  const common = { ...headers, ETag: etag, "Cache-Control": isPrivate ? OWN : SHARED };
  if (namesEtag(request.headers.get("if-none-match") ?? "", etag))
    return new Response(null, { status: 304, headers: { ...OPEN, Vary: VARY, ...common } });
  return send(request, 200, text, { "Content-Type": "application/json; charset=utf-8", ...common });
}

/** To where a thing stands today: asked for again, also by who keeps what leads on. */
export const answerMoved = (path: string, headers: Record<string, string>) =>
  new Response(null, {
    status: 308,
    headers: { ...OPEN, Vary: VARY, ...headers, Location: path, "Cache-Control": SHARED },
  });

export function answerProblem(request: Request, problem: Problem, headers: Record<string, string>) {
  return send(request, problem.status, `${JSON.stringify(problem.body)}\n`, {
    ...headers,
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": CACHE_CONTROL.never,
    ...(problem.kind === "bad-token" && { "WWW-Authenticate": 'Bearer realm="finews", error="invalid_token"' }),
    ...(problem.kind === "bad-method" && { Allow: ALLOWED }),
  });
}
