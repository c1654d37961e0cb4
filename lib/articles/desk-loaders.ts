import "server-only";
import { z } from "zod";
import { type DeskParams, deskPath } from "@/lib/articles/desk-params";
import { findForDesk, findTrashed, listDesk, listOutlets } from "@/lib/articles/desk-queries";
import { can } from "@/lib/articles/policy";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";

/** The list of articles; an author sees their own. */
export async function loadDesk(params: DeskParams) {
  const actor = await requireActorAt(deskPath(params));
  const db = getDb();
  const { q, status, kind, category } = params;
  const filter = {
    words: q,
    status,
    kind,
    categoryId: category,
    createdBy: actor.role === "author" ? actor.id : undefined,
  };
  const [page, outlets, gone] = await Promise.all([
    listDesk(db, filter, params),
    listOutlets(db),
    params.trashed ? findTrashed(db, params.trashed) : null,
  ]);
  const at = ({ micros, id }: (typeof page.items)[number]) => `${micros}_${id}`;
  return {
    outlets,
    undo: gone && can(actor, "restore", gone) ? { id: gone.id, title: gone.title, version: gone.version } : null,
    items: page.items.map(({ micros: _micros, ...item }) => ({
      ...item,
      publishAt: item.publishAt?.toISOString() ?? null,
      updatedAt: item.updatedAt.toISOString(),
    })),
    newer: page.hasNewer && page.items.length > 0 ? deskPath(params, { before: at(page.items[0]!) }) : null,
    older: page.hasOlder && page.items.length > 0 ? deskPath(params, { after: at(page.items.at(-1)!) }) : null,
  };
}

export async function loadNewArticle() {
  const actor = await requireActorAt("/admin/articles/new");
  return { outlets: await listOutlets(getDb()), mayPublish: can(actor, "publish", draftOf(actor.id)) };
}

/** An article as the form shows it; null when there is none or it is another's. */
export async function loadDeskArticle(id: string) {
  const actor = await requireActorAt(`/admin/articles/${encodeURIComponent(id)}`);
  const db = getDb();
  const found = z.uuid().safeParse(id).success ? await findForDesk(db, id) : null;
  if (!found || !can(actor, "view", found.article)) return null;
  const { article } = found;
  return {
    outlets: await listOutlets(db),
    lastActor: found.lastActor,
    may: {
      edit: can(actor, "edit", article),
      publish: can(actor, "publish", article),
      unpublish: can(actor, "unpublish", article),
      trash: can(actor, "trash", article),
      restore: can(actor, "restore", article),
    },
    article: {
      id: article.id,
      version: article.version,
      status: article.status,
      publishAt: article.publishAt?.toISOString() ?? null,
      updatedAt: article.updatedAt.toISOString(),
      withdrawnReason: article.withdrawnReason,
      title: article.title,
      slug: article.slug,
      summary: article.summary,
      bodyHtml: article.bodyHtml,
      kind: article.kind,
      level: article.level,
      categoryId: article.categoryId,
      sourceName: article.sourceName,
      originalUrl: article.originalUrl,
      editorName: article.editorName,
      tags: found.tags,
      symbols: found.symbols,
    },
  };
}
export type DeskArticle = NonNullable<Awaited<ReturnType<typeof loadDeskArticle>>>;

const draftOf = (createdBy: string) => ({ status: "draft", trashedFrom: null, createdBy });
