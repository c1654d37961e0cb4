import "server-only";
import { after } from "next/server";
import { listOutlets } from "@/lib/articles/desk-queries";
import { can, worksIn } from "@/lib/articles/policy";
import { requireActorAt } from "@/lib/auth/require";
import { visibleText } from "@/lib/content/text";
import { isDesk } from "@/lib/context";
import { startOfBeijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { countFlashesSince, listFlashesSince } from "@/lib/flashes/queries";
import { isPlainBody, joinFlash } from "@/lib/flashes/text";
import { UNDO_MS } from "@/lib/flashes/undo";
import { listMentioned } from "@/lib/securities/mention-queries";

/** More stand in the list of articles. */
const SHOWN = 60;

/** The desk, or null for who may not publish flashes. */
export async function loadFlashDesk() {
  const actor = await requireActorAt("/admin/flash");
  if (!isDesk(actor)) return null;
  const db = getDb();
  // Dictionary and names are read at first use, which takes a second: now, and not while somebody types.
  after(() => listMentioned(db, ["快讯"]));
  const now = new Date();
  const today = startOfBeijingDay(now);
  const [outlets, rows, count] = await Promise.all([
    listOutlets(db),
    listFlashesSince(db, today, now, SHOWN),
    countFlashesSince(db, today, now),
  ]);
  const flashes = rows.map(({ body, isWhole, publishAt, createdBy, trashedFrom, ...row }) => {
    const text = visibleText(isWhole ? body : body.replace(/<[^>]*$/, ""));
    const governed = { status: row.status, trashedFrom, createdBy, categoryId: row.categoryId };
    const isPublic = row.status === "published";
    return {
      ...row,
      text,
      publishAt: publishAt.toISOString(),
      /** The field that holds all of it; null when only the editor can. */
      editable:
        isPublic && isWhole && isPlainBody(body) && can(actor, "edit", governed)
          ? joinFlash({ title: row.title, text })
          : null,
      /** How long it can still be taken back by one key, by the one who sent it. */
      undoMs:
        isPublic && createdBy === actor.id && can(actor, "unpublish", governed)
          ? Math.max(0, UNDO_MS - (now.getTime() - publishAt.getTime()))
          : 0,
    };
  });
  return {
    userId: actor.id,
    outlets: outlets.filter(({ id }) => worksIn(actor, id)),
    flashes,
    count,
    hasMore: rows.length === SHOWN,
  };
}
export type FlashDesk = NonNullable<Awaited<ReturnType<typeof loadFlashDesk>>>;
export type FlashLine = FlashDesk["flashes"][number];
