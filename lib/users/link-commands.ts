import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { recordAudit } from "@/lib/audit/record";
import type { Ctx } from "@/lib/context";
import { actorName } from "@/lib/context";
import type { Tx } from "@/lib/db/client";
import { accountLinks, mails, users } from "@/lib/db/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { queueMail } from "@/lib/mail/queue";
import { findSite } from "@/lib/settings/queries";
import { accessPath } from "@/lib/urls";
import { invitationMail, passwordMail } from "@/lib/users/mail-texts";
import { endPasswordLinks } from "@/lib/users/profile-commands";
import { findGoodLink, linkHash } from "@/lib/users/queries";
import type { AcceptInviteInput, InviteInput } from "@/lib/users/validation";
import {
  auditUser,
  endAllSessions,
  faulty,
  insertUser,
  lockUser,
  newPasswordHash,
  requireAdmin,
  writeCategories,
} from "@/lib/users/write";

const DAY_MS = 24 * 3600_000;
const INVITE_DAYS = 7;
const PASSWORD_DAYS = 1;

const REFUSED = () => new AppError("forbidden", "这个链接无效、已用过或已过期，请找管理员要一个新的。");

type How = { byMail?: boolean };
/** A link that was made: its address is given out here and nowhere else. */
export type MadeLink = { url: string; expiresAt: Date; isMailed: boolean };

/** Invites somebody; an earlier invitation of the same address ends. */
export async function inviteUser(
  ctx: Ctx,
  { email, role, categoryIds }: InviteInput,
  how: How = {},
): Promise<MadeLink> {
  requireAdmin(ctx);
  return ctx.db.transaction(async (tx) => {
    const [holder] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
    if (holder) throw faulty({ email: "这个邮箱已有账户" });
    await tx.delete(accountLinks).where(and(eq(accountLinks.email, email), isNull(accountLinks.usedAt)));
    const made = await makeLink(tx, ctx, INVITE_DAYS, {
      ...{ purpose: "invite", email, role },
      categoryIds: role === "admin" ? [] : categoryIds,
    });
    await auditLink(tx, ctx, "user.invited", made.hash, { email, role, categories: categoryIds });
    return hand(tx, ctx, email, how, made, invitationMail);
  });
}

/** For somebody who forgot their password. It stays as it is until the link is used. */
export async function createPasswordLink(ctx: Ctx, { id }: { id: string }, how: How = {}): Promise<MadeLink> {
  requireAdmin(ctx);
  return ctx.db.transaction(async (tx) => {
    const user = await lockUser(tx, id);
    if (user.disabledAt) throw new AppError("invalid", "账户已停用，请先启用");
    await endPasswordLinks(tx, ctx, id);
    const made = await makeLink(tx, ctx, PASSWORD_DAYS, { purpose: "password", email: user.email, userId: id });
    await auditUser(tx, ctx, "user.password-link", id, { email: user.email, expiresAt: made.expiresAt });
    return hand(tx, ctx, user.email, how, made, passwordMail);
  });
}

/** Ends an invitation that nobody took up. */
export async function revokeInvitation(ctx: Ctx, { link }: { link: string }): Promise<void> {
  requireAdmin(ctx);
  await ctx.db.transaction(async (tx) => {
    const [gone] = await tx
      .delete(accountLinks)
      .where(and(eq(accountLinks.tokenHash, link), eq(accountLinks.purpose, "invite"), isNull(accountLinks.usedAt)))
      .returning({ email: accountLinks.email });
    if (!gone) throw new AppError("not_found", "这个邀请已经用过或撤销");
    await tx.delete(mails).where(eq(mails.about, link));
    await auditLink(tx, ctx, "user.invitation-revoked", link, { email: gone.email });
  });
}

/** Takes an invitation up: the account is made. Of two at once one wins. */
export async function acceptInvitation(ctx: Ctx, input: AcceptInviteInput): Promise<{ email: string }> {
  // Hashing is slow on purpose: a stranger without the token does not get that far.
  const seen = await findGoodLink(ctx.db, linkHash(input.token), ctx.now);
  if (seen?.purpose !== "invite") throw REFUSED();
  const passwordHash = await newPasswordHash(input.password, { name: input.name, email: seen.email });
  return ctx.db.transaction(async (tx) => {
    const link = await useLink(tx, ctx, input.token);
    const { email, role } = link;
    if (!role) throw REFUSED();
    const { id } = await insertUser(tx, ctx, { email, name: input.name, role }, passwordHash);
    await writeCategories(tx, id, link.categoryIds);
    await tx.update(accountLinks).set({ userId: id }).where(eq(accountLinks.tokenHash, link.tokenHash));
    return { email };
  });
}

/** Gives the account of a link a new password; its sessions end. */
export async function acceptNewPassword(ctx: Ctx, input: { token: string; password: string }) {
  const seen = await findGoodLink(ctx.db, linkHash(input.token), ctx.now);
  if (!seen?.person || seen.purpose !== "password") throw REFUSED();
  const passwordHash = await newPasswordHash(input.password, seen.person);
  return ctx.db.transaction(async (tx) => {
    const { userId } = await useLink(tx, ctx, input.token);
    const user = userId && (await lockUser(tx, userId));
    if (!user || user.disabledAt) throw REFUSED();
    await endAllSessions(tx, ctx, user.id);
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id));
    await auditUser(tx, ctx, "user.password-set", user.id, { email: user.email, by: "link" });
    return { email: user.email };
  });
}

type NewLink = Pick<typeof accountLinks.$inferInsert, "purpose" | "email" | "role" | "userId" | "categoryIds">;

async function makeLink(tx: Tx, ctx: Ctx, days: number, link: NewLink) {
  const token = randomBytes(32).toString("base64url");
  const hash = linkHash(token);
  const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS);
  const times = { createdAt: ctx.now, expiresAt };
  await tx.delete(accountLinks).where(lt(accountLinks.expiresAt, new Date(ctx.now.getTime() - 30 * DAY_MS)));
  await tx.insert(accountLinks).values({ ...link, ...times, tokenHash: hash, createdBy: actorName(ctx.actor) });
  return { hash, expiresAt, url: `${env().siteUrl}${accessPath(token)}` };
}

/** Gives the link to who made it, and to the mail if that is wanted. */
async function hand(
  tx: Tx,
  ctx: Ctx,
  recipient: string,
  { byMail = false }: How,
  { url, expiresAt, hash }: Awaited<ReturnType<typeof makeLink>>,
  text: (link: { url: string; expiresAt: Date; by: string; site: string }) => { subject: string; body: string },
): Promise<MadeLink> {
  if (byMail) {
    const { name: site } = await findSite(tx);
    const mail = text({ url, expiresAt, by: actorName(ctx.actor), site });
    await queueMail(tx, { ...mail, recipient, about: hash }, ctx.now);
  }
  return { url, expiresAt, isMailed: byMail };
}

/** Under the row's lock, so that a link works once. */
async function useLink(tx: Tx, ctx: Ctx, token: string) {
  const hash = linkHash(token);
  await tx
    .select({ hash: accountLinks.tokenHash })
    .from(accountLinks)
    .where(eq(accountLinks.tokenHash, hash))
    .for("update");
  const link = await findGoodLink(tx, hash, ctx.now);
  if (!link) throw REFUSED();
  await tx.update(accountLinks).set({ usedAt: ctx.now }).where(eq(accountLinks.tokenHash, hash));
  return link;
}

const auditLink = (tx: Tx, ctx: Ctx, action: string, link: string, change: Record<string, unknown>) =>
  recordAudit(tx, ctx, { action, subjectType: "invitation", subjectId: link, change });
