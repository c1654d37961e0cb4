import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { createArticle, updateArticle } from "@/lib/articles/commands";
import { can } from "@/lib/articles/policy";
import type { UpdateArticleInput } from "@/lib/articles/validation";
import type { Written } from "@/lib/articles/write";
import type { Person } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { recordCorrection } from "@/lib/corrections/commands";
import { CORRECTION_NAMES, type CorrectionInput } from "@/lib/corrections/validation";
import type { Db, Tx } from "@/lib/db/client";
import { presence, workingCopies } from "@/lib/db/schema";
import { AppError } from "@/lib/errors";
import { alreadySaved } from "@/lib/writing/already-saved";
import type { Beat } from "@/lib/writing/beat";
import { attachPastes, dropPastes, keepPastes } from "@/lib/writing/pastes";
import { findGoverned, findWorkingCopy, holdGoverned, isSpent, listOthers } from "@/lib/writing/queries";
import { settleForm } from "@/lib/writing/settle";
import type { BeatInput, DiscardNewInput, SaveWritingInput } from "@/lib/writing/validation";

const DAY_MS = 24 * 3600_000;
const PRESENT_MS = 30_000;

/**
 * One beat of an open editor: keeps what was typed, says who else is here and which version is the newest. No revision,
 * no audit row and no announcement: what is kept is private to its writer until they save it.
 */
export async function keepWriting(ctx: Ctx, input: BeatInput): Promise<Beat> {
  const person = requirePerson(ctx);
  return ctx.db.transaction(async (tx) => {
    // Text that is kept must not arrive behind a takedown, which destroys what it finds.
    const keeps = input.copy || input.pastes.length > 0;
    const article = await (keeps ? holdGoverned : findGoverned)(tx, input.articleId);
    if (!(article ? can(person, "view", article) : can(person, "create")))
      throw new AppError("forbidden", "没有权限看这篇文章");
    if (keeps && article && !can(person, "edit", article)) throw new AppError("forbidden", "没有权限改这篇文章");

    const kept = input.copy && (await keepCopy(tx, ctx, person.id, input.articleId, input.copy));
    if (input.copy && !input.copy.fields) await dropPastes(tx, person.id, input.articleId);
    await keepPastes(tx, ctx, person.id, input.articleId, input.pastes);
    await renewPresence(tx, ctx, person.id, input);
    const since = new Date(ctx.now.getTime() - PRESENT_MS);
    const others = await listOthers(tx, input.articleId, person.id, since);
    return { kept: kept ?? null, version: article?.version ?? 0, others };
  });
}

/**
 * Saves the form as a version that counts. In the same transaction the private copy is emptied. Saying the same again,
 * because the answer was lost on the way, is answered like the first time.
 */
export async function saveWriting(
  ctx: Ctx,
  { seq, version, pastes, correction, ...form }: SaveWritingInput,
): Promise<Written> {
  const person = requirePerson(ctx);
  return ctx.db.transaction(async (tx) => {
    // The commands open a transaction of their own; inside this one that is a savepoint.
    const inner: Ctx = { ...ctx, db: tx as unknown as Db };
    await lockWriting(tx, form.id);
    const input = await settleForm(tx, form);
    const written =
      (await alreadySaved(tx, ctx, { ...input, version })) ??
      (version === 0
        ? await createArticle(inner, input)
        : await updateAndCorrect(tx, inner, { ...input, version }, correction));
    const copy = { baseVersion: written.article.version, seq, fields: null };
    await keepCopy(tx, ctx, person.id, input.id, copy);
    await keepPastes(tx, ctx, person.id, input.id, pastes);
    await attachPastes(tx, ctx, person.id, input.id, written.article.version);
    await tx
      .delete(workingCopies)
      .where(
        and(
          eq(workingCopies.userId, person.id),
          lt(workingCopies.updatedAt, new Date(ctx.now.getTime() - DAY_MS)),
          isSpent,
        ),
      );
    return written;
  });
}

/**
 * Throws away the text of a story that was never saved, and gives it out once more for who changes their mind. An
 * autosave of it that comes late does not bring it back.
 */
export async function discardNew(ctx: Ctx, { articleId, seq }: DiscardNewInput) {
  const person = requirePerson(ctx);
  return ctx.db.transaction(async (tx) => {
    await lockWriting(tx, articleId);
    if (await findGoverned(tx, articleId)) throw new AppError("conflict", "这篇已经存进文章列表了，要放弃改动请打开它");
    const copy = await findWorkingCopy(tx, articleId, person.id);
    const next = Math.max(copy?.seq ?? 0, seq) + 1;
    await keepCopy(tx, ctx, person.id, articleId, { baseVersion: 0, seq: next, fields: null });
    return { seq: next, fields: copy?.fields ?? null };
  });
}

async function updateAndCorrect(tx: Tx, ctx: Ctx, input: UpdateArticleInput, correction?: CorrectionInput) {
  const written = await updateArticle(ctx, input, correction && CORRECTION_NAMES[correction.kind]);
  return correction ? recordCorrection(tx, ctx, written, correction) : written;
}

/** A story that does not exist yet has no row that could be locked. */
const lockWriting = (tx: Tx, id: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`writing:${id}`}, 0))`);

/**
 * Of two copies the one with more edits stays, in whatever order they arrive. The same one twice is kept, not refused.
 * @returns whether this one is stored, how many edits the stored one holds, and whether those are in a version
 */
async function keepCopy(tx: Tx, ctx: Ctx, userId: string, articleId: string, copy: NonNullable<BeatInput["copy"]>) {
  const values = { baseVersion: copy.baseVersion, seq: copy.seq, fields: copy.fields ?? {}, updatedAt: ctx.now };
  const [row] = await tx
    .insert(workingCopies)
    .values({ articleId, userId, createdAt: ctx.now, ...values })
    .onConflictDoUpdate({
      target: [workingCopies.articleId, workingCopies.userId],
      set: values,
      setWhere: sql`excluded.seq > ${workingCopies.seq} or (excluded.seq = ${workingCopies.seq}
        and (excluded.fields = ${workingCopies.fields} or excluded.fields = '{}'::jsonb))`,
    })
    .returning({ seq: workingCopies.seq });
  if (row) return { isStored: true, seq: row.seq, isSaved: !copy.fields };
  const stored = await findWorkingCopy(tx, articleId, userId);
  return { isStored: false, seq: stored?.seq ?? 0, isSaved: stored?.fields === null };
}

async function renewPresence(tx: Tx, ctx: Ctx, userId: string, { articleId, writing, leaving }: BeatInput) {
  if (leaving) {
    await tx.delete(presence).where(and(eq(presence.articleId, articleId), eq(presence.userId, userId)));
    return;
  }
  const values = { isWriting: writing, seenAt: ctx.now };
  await tx
    .insert(presence)
    .values({ articleId, userId, ...values })
    .onConflictDoUpdate({ target: [presence.articleId, presence.userId], set: values });
}

function requirePerson({ actor }: Ctx): Person {
  if (actor.kind !== "user") throw new AppError("forbidden", "只有人能写稿");
  return actor;
}
