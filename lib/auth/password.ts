import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id: 19 MiB, 2 rounds, 1 lane. (2 is the library's number for argon2id.) */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string) => hash(password.normalize("NFC"), COST);

let dummy: Promise<string> | undefined;

/** Whether the password fits. Without a hash it takes as long, so that nobody learns which accounts exist. */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword("an account that does not exist");
  const fits = await verify(stored ?? (await dummy), password.normalize("NFC"));
  return stored !== undefined && fits;
}
