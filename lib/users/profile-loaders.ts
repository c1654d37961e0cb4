import "server-only";
import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth/session";
import { getDb } from "@/lib/db/client";
import { deviceName } from "@/lib/users/device";
import { countRecoveryCodes, findPerson, listSessions } from "@/lib/users/list-queries";
import { ownWords } from "@/lib/users/own-words";

/** One's own account: there is no address for anybody else's. */
export async function loadProfile() {
  const session = await currentSession();
  const db = getDb();
  const person = session && (await findPerson(db, session.actor.id));
  if (!session || !person) redirect("/sign-in?next=%2Fadmin%2Fprofile");
  const [devices, codesLeft] = await Promise.all([
    listSessions(db, person.id, new Date()),
    countRecoveryCodes(db, person.id),
  ]);
  const { name, email, role, hasTotp, categories } = person;
  return {
    profile: { name, email, role, categories: categories.map((category) => category.name) },
    /** For the password's check while it is typed; the command looks itself. */
    words: ownWords(person),
    totp: { isOn: hasTotp, codesLeft },
    devices: devices.map(({ id, userAgent, network, createdAt, lastSeenAt }) => ({
      id,
      name: deviceName(userAgent),
      network,
      isThis: id === session.id,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}
export type Profile = Awaited<ReturnType<typeof loadProfile>>;
