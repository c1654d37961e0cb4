import "server-only";
import { redirect } from "next/navigation";
import { z } from "zod";
import { estimateArticles, listDesk } from "@/lib/articles/desk-list-queries";
import { type DeskParams, deskPath } from "@/lib/articles/desk-params";
import { findForDesk, findTrashed, listAuthors, listOutlets } from "@/lib/articles/desk-queries";
import { deskFilter, deskOrder } from "@/lib/articles/desk-state";
import { findReturn } from "@/lib/articles/handing-in-queries";
import { can, worksIn } from "@/lib/articles/policy";
import type { Person } from "@/lib/auth/actor";
import { requireActorAt } from "@/lib/auth/require";
import { actsFor } from "@/lib/bulk/policy";
import { findOpenBulk } from "@/lib/bulk/queries";
import { findSurvivor } from "@/lib/categories/survivors";
import { isDesk } from "@/lib/context";
import { getDb } from "@/lib/db/client";
import { mayChange, mayShare } from "@/lib/views/policy";
import { listViews } from "@/lib/views/queries";

/** The list of articles; authors and contributors see their own. */
export async function loadDesk(params: DeskParams) {
  const actor = await requireActorAt(deskPath(params));
  const db = getDb();
  const isAuthor = !isDesk(actor);
  const [page, outlet, authors, views, gone, openBulk, estimate] = await Promise.all([
    listDesk(db, deskFilter(params, actor), deskOrder(params), params),
    params.category ? findSurvivor(db, params.category) : null,
    isAuthor ? [] : listAuthors(db),
    listViews(db, actor.id),
    params.trashed ? findTrashed(db, params.trashed) : null,
    findOpenBulk(db, actor.id),
    isAuthor ? null : estimateArticles(db),
  ]);
  // A bookmark, or a list under a name, of an outlet that was merged since.
  if (outlet && outlet.id !== params.category) redirect(deskPath(params, { category: outlet.id }));
  const at = ({ key, id }: (typeof page.items)[number]) => `${key}_${id}`;
  return {
    me: actor.id,
    acts: actsFor(actor, params.status),
    outlet: outlet && { id: outlet.id, name: outlet.name },
    authors,
    views: views.map(({ ownerId, ...view }) => ({ ...view, mayChange: mayChange(actor, { ...view, ownerId }) })),
    mayShare: mayShare(actor),
    openBulk,
    estimate,
    undo: gone && can(actor, "restore", gone) ? { id: gone.id, title: gone.title, version: gone.version } : null,
    items: page.items.map(({ key: _, ...item }) => ({
      ...item,
      publishAt: item.publishAt?.toISOString() ?? null,
      createdAt: item.createdAt.toISOString(),
      updatedAt: item.updatedAt.toISOString(),
    })),
    newer: page.hasNewer && page.items.length > 0 ? deskPath(params, { before: at(page.items[0]!) }) : null,
    older: page.hasOlder && page.items.length > 0 ? deskPath(params, { after: at(page.items.at(-1)!) }) : null,
  };
}
export type DeskItem = Awaited<ReturnType<typeof loadDesk>>["items"][number];

export async function loadNewArticle() {
  const actor = await requireActorAt("/admin/articles/new");
  return { outlets: await outletsOf(actor), mayPublish: isDesk(actor) };
}

/** The outlets that somebody may put a story under; the one under which it stands is among them. */
async function outletsOf(actor: Person, current?: string) {
  const outlets = await listOutlets(getDb());
  return outlets.filter(({ id }) => id === current || worksIn(actor, id));
}

/** An article as the form shows it; null when there is none or it is another's. */
export async function loadDeskArticle(id: string) {
  const actor = await requireActorAt(`/admin/articles/${encodeURIComponent(id)}`);
  const db = getDb();
  const found = z.uuid().safeParse(id).success ? await findForDesk(db, id) : null;
  if (!found || !can(actor, "view", found.article)) return null;
  const { article } = found;
  return {
    outlets: await outletsOf(actor, article.categoryId),
    lastActor: found.lastActor,
    isTakenDown: article.takenDownAt !== null,
    worksHere: worksIn(actor, article.categoryId),
    returned: article.status === "draft" ? await findReturn(db, id) : null,
    may: {
      edit: can(actor, "edit", article),
      submit: can(actor, "submit", article),
      recall: can(actor, "recall", article),
      return: can(actor, "return", article),
      publish: can(actor, "publish", article),
      unpublish: can(actor, "unpublish", article),
      trash: can(actor, "trash", article),
      restore: can(actor, "restore", article),
      takedown: can(actor, "takedown", article),
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
