import "server-only";
import { z } from "zod";
import { can } from "@/lib/articles/policy";
import { toPublicArticle } from "@/lib/articles/public-article";
import { findBySlug } from "@/lib/articles/queries";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { canShare, isShareable } from "@/lib/previews/policy";
import * as queries from "@/lib/previews/queries";

type Row = NonNullable<Awaited<ReturnType<typeof findBySlug>>>;

/** The page as readers would see it: a draft appears as if it were published now, a scheduled one at its time. */
const present = (row: Row, now: Date) => toPublicArticle(getDb(), { ...row, publishAt: row.publishAt ?? now });

/** For outsiders; null when the link does not work, whatever the reason. */
export async function loadSharedPreview(token: string) {
  const now = new Date();
  const found = await queries.findSharedArticle(getDb(), token, now);
  return found && { article: await present(found.row, now), expiresAt: found.expiresAt.toISOString() };
}

/** For people of the newsroom; null when there is no such article or it is another's. */
export async function loadOwnPreview(id: string) {
  const opened = await open(id, `/preview/articles/${encodeURIComponent(id)}`);
  const row = opened && (await findBySlug(getDb(), opened.head.slug));
  return row ? present(row, new Date()) : null;
}

/** What stands around the preview. */
export async function loadPreviewDesk(id: string) {
  const opened = await open(id, `/admin/articles/${encodeURIComponent(id)}/preview`);
  if (!opened) return null;
  const { actor, head } = opened;
  const { title, version, status } = head;
  const mayShare = canShare(actor, head);
  const links = mayShare ? await queries.listPreviewLinks(getDb(), id, new Date()) : [];
  return {
    article: { id, title, version, status },
    mayShare: mayShare && isShareable(head),
    links: links.map(({ createdAt, expiresAt, ...link }) => ({
      ...link,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })),
  };
}
export type PreviewDesk = NonNullable<Awaited<ReturnType<typeof loadPreviewDesk>>>;

async function open(id: string, path: string) {
  const actor = await requireActorAt(path);
  const head = z.uuid().safeParse(id).success ? await queries.findPreviewed(getDb(), id) : null;
  return head && can(actor, "view", head) ? { actor, head } : null;
}
