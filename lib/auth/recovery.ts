import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** No sign that is taken for another: neither 0 nor o, 1 nor l. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const COUNT = 10;

/** Ten codes of 49 bits: `k7m2p-9xq4t`. */
export const newRecoveryCodes = () =>
  Array.from({ length: COUNT }, () => {
    const signs = Array.from({ length: 10 }, randomSign).join("");
    return `${signs.slice(0, 5)}-${signs.slice(5)}`;
  });

function randomSign(): string {
  for (;;) {
    // Of 256 values the last eight would make some signs likelier than others.
    const [byte] = randomBytes(1);
    if (byte! < SIGNS.length * 8) return SIGNS[byte! % SIGNS.length]!;
  }
}

/** Blanks, hyphens and capitals are how somebody wrote it down, not what it says. */
export const recoveryCodeHash = (code: string) =>
  createHash("sha256").update(code.toLowerCase().replace(/[\s-]/g, "")).digest("hex");
