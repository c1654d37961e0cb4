import "server-only";
import { notFound } from "next/navigation";
import { z } from "zod";
import { listOutlets } from "@/lib/articles/desk-queries";
import { isFourEyesOn } from "@/lib/articles/four-eyes";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { sendsMail } from "@/lib/mail/transport";
import { deviceName } from "@/lib/users/device";
import * as queries from "@/lib/users/list-queries";
import { mayManageUsers } from "@/lib/users/policy";

/** Whoever may not manage people learns nothing of these pages, not even that they are there. */
async function requireManager(path: string) {
  const actor = await requireActorAt(path);
  return mayManageUsers(actor) ? actor : notFound();
}

const iso = (at: Date | null) => at?.toISOString() ?? null;

type MailRow = { sentAt: Date | null; nextTryAt: Date | null; fault: string };
/** What became of an invitation's mail. */
function mailState({ sentAt, nextTryAt, fault }: MailRow): "sent" | "waiting" | "again" | "failed" {
  if (sentAt) return "sent";
  if (!nextTryAt) return "failed";
  return fault ? "again" : "waiting";
}

export async function loadPeople() {
  const actor = await requireManager("/admin/users");
  const [db, now] = [getDb(), new Date()];
  const [people, invitations, isFourEyes] = await Promise.all([
    queries.listUsers(db),
    queries.listInvitations(db, now),
    isFourEyesOn(db),
  ]);
  return {
    me: actor.id,
    isFourEyes,
    people: people.map(({ disabledAt, lastSeenAt, ...person }) => ({
      ...person,
      lastSeenAt: iso(lastSeenAt),
      isDisabled: disabledAt !== null,
    })),
    invitations: invitations.map(({ expiresAt, mail, ...invitation }) => ({
      ...invitation,
      expiresAt: expiresAt.toISOString(),
      mail: mail && mailState(mail),
    })),
  };
}
export type PeopleList = Awaited<ReturnType<typeof loadPeople>>;

export async function loadInviting() {
  await requireManager("/admin/users/invite");
  return { outlets: await listOutlets(getDb()), sendsMail: sendsMail() };
}

/** One account; null when there is none. */
export async function loadPerson(id: string) {
  const actor = await requireManager(`/admin/users/${encodeURIComponent(id)}`);
  const [db, now] = [getDb(), new Date()];
  const person = z.uuid().safeParse(id).success ? await queries.findPerson(db, id) : null;
  if (!person) return null;
  const [devices, outlets] = await Promise.all([queries.listSessions(db, id, now), listOutlets(db)]);
  const { disabledAt, lastSeenAt, createdAt, ...rest } = person;
  return {
    person: {
      ...rest,
      disabledAt: iso(disabledAt),
      lastSeenAt: iso(lastSeenAt),
      createdAt: createdAt.toISOString(),
    },
    isMe: actor.id === id,
    devices: devices.map(({ id: key, userAgent, network, lastSeenAt: seen }) => ({
      id: key,
      name: deviceName(userAgent),
      network,
      lastSeenAt: seen.toISOString(),
    })),
    outlets,
    sendsMail: sendsMail(),
  };
}
export type PersonPage = NonNullable<Awaited<ReturnType<typeof loadPerson>>>;
