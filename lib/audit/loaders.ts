import "server-only";
import { notFound } from "next/navigation";
import { articlesIn, nameArticles } from "@/lib/audit/named-articles";
import { type AuditParams, auditPath } from "@/lib/audit/params";
import { countUnsealed, listActors, listAudit, nameSubjects } from "@/lib/audit/queries";
import { findHead } from "@/lib/audit/seal";
import { fieldName, phraseOf, sayValue } from "@/lib/audit/words";
import { requireActorAt } from "@/lib/auth/require";
import { JOB_NAMES } from "@/lib/context";
import { getDb } from "@/lib/db/client";

const DAY_MS = 24 * 3_600_000;
/** Where a subject is seen today; others have no page of their own. */
const PAGES: Record<string, (id: string) => string> = {
  article: (id) => `/admin/articles/${id}`,
  category: (id) => `/admin/categories/${id}`,
  tag: (id) => `/admin/tags/${id}`,
  security: (id) => `/admin/securities/${id}`,
  media: (id) => `/admin/media?item=${id}`,
  redirect: (id) => `/admin/redirects?edit=${id}#add`,
  settings: () => "/admin/settings",
  front: () => "/admin/front",
};
/** Things whose name goes into book-title marks. */
const TITLED = new Set(["article"]);

type Row = Awaited<ReturnType<typeof listAudit>>["items"][number];

/** What the row itself says of a subject that has no name any more. */
function nameIn({ change }: Row): string | null {
  const { title, name, email, from } = change;
  const said = [title, name, email, from].find((value) => typeof value === "string" && value !== "");
  return (said as string | undefined) ?? null;
}

/** Midnight in Beijing at the beginning of a day. */
const midnight = (day: string) => new Date(`${day}T00:00:00+08:00`);

/** Who did what, for administrators. */
export async function loadAudit(params: AuditParams) {
  const actor = await requireActorAt(auditPath(params));
  if (actor.role !== "admin") notFound();
  const db = getDb();
  const filter = {
    actor: params.actor,
    action: params.action,
    subjectType: params.type,
    subjectId: params.subject,
    since: params.from ? midnight(params.from) : undefined,
    until: params.until ? new Date(midnight(params.until).getTime() + DAY_MS) : undefined,
  };
  const [page, people, head, unsealed] = await Promise.all([
    listAudit(db, filter, params),
    listActors(db),
    findHead(db),
    countUnsealed(db),
  ]);
  const named = page.items.flatMap(({ change }) => articlesIn(change));
  const names = await nameSubjects(db, [
    ...page.items,
    ...named.map((subjectId) => ({ subjectType: "article", subjectId })),
  ]);
  const titled = (row: Row): Row => ({
    ...row,
    change: nameArticles(row.change, (id) => names.get(`article:${id}`)) as Row["change"],
  });
  const at = ({ micros, id }: Row) => `${micros}_${id}`;
  return {
    people: [
      ...people.map(({ id, name }) => ({ key: `user:${id}`, name })),
      ...Object.entries(JOB_NAMES).map(([job, name]) => ({ key: `system:${job}`, name })),
    ],
    sealed: head?.seq ?? 0,
    unsealed,
    items: page.items.map(titled).map((row) => {
      const known = names.get(`${row.subjectType}:${row.subjectId}`) ?? null;
      const name = known ?? nameIn(row);
      const isThere =
        known !== null ||
        row.subjectType === "settings" ||
        row.subjectType === "front" ||
        (row.subjectType === "redirect" && row.action !== "redirect.deleted");
      return {
        id: row.id,
        at: row.at.toISOString(),
        actor: row.actor,
        actorName: row.actorName,
        phrase: phraseOf(row.action, row.subjectType),
        subject: name && (TITLED.has(row.subjectType) ? `《${name}》` : name),
        href: isThere ? (PAGES[row.subjectType]?.(row.subjectId) ?? null) : null,
        historyHref: auditPath({ type: row.subjectType, subject: row.subjectId }),
        change: Object.entries(row.change)
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([key, value]) => ({ name: fieldName(key), value: sayValue(value) })),
      };
    }),
    newer: page.hasNewer && page.items.length > 0 ? auditPath(params, { before: at(page.items[0]!) }) : null,
    older: page.hasOlder && page.items.length > 0 ? auditPath(params, { after: at(page.items.at(-1)!) }) : null,
  };
}
export type Audit = Awaited<ReturnType<typeof loadAudit>>;
