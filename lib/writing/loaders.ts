import "server-only";
import { z } from "zod";
import { loadDeskArticle, loadNewArticle } from "@/lib/articles/desk-loaders";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { findGoverned, findWorkingCopy, listUnsavedNew } from "@/lib/writing/queries";

/** The stories that this person began and never saved, as the server has them; the browser may hold more. */
export async function loadUnsavedNew() {
  const actor = await requireActorAt("/admin/articles");
  return { userId: actor.id, onServer: await listUnsavedNew(getDb(), actor.id) };
}

/**
 * What the editor opens: the article, or an empty form for one that is still to be; and the writer's own unsaved text.
 * Null when there is nothing this person may see under that id. Text that only the browser holds is found there.
 */
export async function loadWriting(id: string) {
  const actor = await requireActorAt(`/admin/articles/${encodeURIComponent(id)}`);
  if (!z.uuid().safeParse(id).success) return null;
  const db = getDb();
  const [found, copy] = await Promise.all([loadDeskArticle(id), findWorkingCopy(db, id, actor.id)]);
  const common = { id, me: { id: actor.id, name: actor.name }, copy };
  if (found) return { ...found, ...common, unsaved: [] };
  if (await findGoverned(db, id)) return null;
  const { outlets, mayPublish } = await loadNewArticle();
  const may = {
    ...{ edit: true, submit: true, publish: mayPublish },
    ...{ recall: false, return: false, unpublish: false, trash: false, restore: false, takedown: false },
  };
  const unsaved = (await listUnsavedNew(db, actor.id)).filter((draft) => draft.id !== id);
  return {
    ...common,
    article: null,
    outlets,
    may,
    lastActor: null,
    returned: null,
    worksHere: true,
    isTakenDown: false,
    unsaved,
  };
}
export type Writing = NonNullable<Awaited<ReturnType<typeof loadWriting>>>;
