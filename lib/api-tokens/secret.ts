import { createHash, randomBytes } from "node:crypto";

const HINT_LENGTH = 9;

/** A new token: `fn_` and 32 random bytes. */
export const newSecret = () => `fn_${randomBytes(32).toString("base64url")}`;

export const secretHash = (secret: string) => createHash("sha256").update(secret).digest("hex");

export const hintOf = (secret: string) => secret.slice(0, HINT_LENGTH);
