import type { Db } from "@/lib/db/client";
import { createUser } from "@/lib/users/commands";
import type { Running } from "./processes";

const PERSON = { email: "bench@example.com", name: "试", role: "editor", password: "a long password" } as const;

/** The editor who opens the pages of a benchmark. */
export const hireEditor = (db: Db) =>
  createUser({ db, actor: { kind: "system", job: "bench" }, now: new Date() }, PERSON);

/** Signs in as the form does; gives the cookies. */
export async function signIn({ origin }: Running): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name) jar.set(name, value ?? "");
    }
    return answer;
  };
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const { csrfToken } = await keep(await fetch(`${origin}/api/auth/csrf`)).json();
  const { email, password } = PERSON;
  const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
  keep(await fetch(`${origin}/api/auth/callback/credentials`, { method: "POST", headers: { cookie: cookie() }, body }));
  return cookie();
}
