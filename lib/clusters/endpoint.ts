import "server-only";
import { sql } from "drizzle-orm";
import { answerJson } from "@/lib/answer";
import { can } from "@/lib/articles/policy";
import type { Person } from "@/lib/auth/actor";
import { isDesk } from "@/lib/context";
import { getDb } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { splitFlash } from "@/lib/flashes/text";
import { profileOf } from "./profile";
import { SPAN_MS, type Why } from "./same-story";
import { findSimilar, listLines } from "./similar";
import { duplicatesInput } from "./validation";

const REACH_MS = 48 * 3_600_000;
const MOST_SHOWN = 5;
const MOST_FOUND = 12;

/** What is like the flash that somebody types; `isSame`: it would be one story with it. */
export type Duplicate = {
  id: string;
  slug: string;
  title: string;
  kind: "story" | "flash";
  outlet: string;
  at: string;
  isPublic: boolean;
  score: number;
  isSame: boolean;
  why: Why | null;
};

/** Public ones and those on their way of the last two days, as far as this person may see them; most alike first. */
async function listDuplicates(actor: Person, raw: string, now: Date): Promise<Duplicate[]> {
  const db = getDb();
  const story = { profile: profileOf(splitFlash(raw)), at: now, symbols: [] };
  const where = sql`a.status in ('published', 'draft', 'in_review', 'scheduled')`;
  // What is planned stands at its hour to come.
  const span: [Date, Date] = [new Date(now.getTime() - REACH_MS), new Date(now.getTime() + SPAN_MS)];
  const found = await findSimilar(db, story, span, where, MOST_FOUND);
  const lines = new Map(
    (
      await listLines(
        db,
        found.map(({ id }) => id),
      )
    ).map((line) => [line.id, line]),
  );
  return found
    .flatMap(({ id, score, likeness }) => {
      const line = lines.get(id);
      if (!line || !can(actor, "view", line)) return [];
      const { slug, title, kind, outlet, at, status } = line;
      const said = { score, isSame: likeness.verdict === "same", why: likeness.why ?? null };
      return [
        { ...{ id, slug, title, kind, outlet }, at: at.toISOString(), isPublic: status === "published", ...said },
      ];
    })
    .slice(0, MOST_SHOWN);
}

/** Not an action: those wait for one another, and a question that is typed on must give way. */
export const answerDuplicates = (request: Request) =>
  answerJson("the look for similar flashes", async (actor) => {
    if (!isDesk(actor)) throw new AppError("forbidden", "快讯由编辑发布");
    const parsed = duplicatesInput.safeParse(await request.json().catch(() => null));
    if (!parsed.success) throw new AppError("invalid", "请求不对");
    return listDuplicates(actor, parsed.data.text, new Date());
  });
