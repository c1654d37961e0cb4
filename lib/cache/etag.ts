import { createHash } from "node:crypto";

/** A weak ETag of some content: compressed forms of it share it (RFC 9110 §8.8.1). */
export const weakEtag = (content: Buffer | string) =>
  `W/"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;

const opaque = (etag: string) => etag.trim().replace(/^W\//, "");

/** Whether an If-None-Match names the ETag. */
export const namesEtag = (header: string, etag: string) =>
  header.trim() === "*" || header.split(",").some((candidate) => opaque(candidate) === opaque(etag));
