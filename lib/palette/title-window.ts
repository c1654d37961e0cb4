import "server-only";
import { desc, gte, ne } from "drizzle-orm";
import type { Db } from "@/lib/db/client";
import { articles } from "@/lib/db/schema";
import { matchSpelled, type Spelled } from "@/lib/spelled";
import { spell } from "@/lib/spelling";

/** Articles by the last change that are looked through. Older ones are found by the list of articles. */
const WINDOW = 10_000;
/** Changes are asked for at most this often, and everything anew now and then: a change may be stamped in the past. */
const FRESH_MS = 1_000;
const WHOLE_MS = 300_000;
/** A change is stamped when its request begins and seen when it is committed. */
const OVERLAP_MS = 30_000;

const { id, title, updatedAt, ...all } = articles;
/** What decides who may see an article. */
const governed = {
  status: all.status,
  trashedFrom: all.trashedFrom,
  createdBy: all.createdBy,
  categoryId: all.categoryId,
};

type Governed = Pick<typeof articles.$inferSelect, keyof typeof governed>;
type Title = Governed & { id: string; updatedAt: Date; spelled: Spelled };

/**
 * The titles of the articles that changed last, in memory with their pinyin: a search by any two signs has no index
 * that could serve it, and a title's initials have none at all.
 */
export class TitleWindow {
  private titles: Title[] = [];
  private seenAt = 0;
  private wholeAt = 0;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly db: Db,
    private readonly size = WINDOW,
    private readonly freshMs = FRESH_MS,
  ) {}

  /** The ids of titles in which all words stand, newest change first; all titles when there are no words. */
  async find(words: string[], limit: number, may: (article: Governed) => boolean): Promise<string[]> {
    await this.refresh();
    const found: string[] = [];
    for (const title of this.titles) {
      if (may(title) && matchSpelled(title.spelled, words)) found.push(title.id);
      if (found.length === limit) break;
    }
    return found;
  }

  private refresh(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async read() {
    const now = Date.now();
    if (now - this.seenAt < this.freshMs) return;
    const newest = this.titles[0];
    const isWhole = !newest || now - this.wholeAt > WHOLE_MS;
    const rows = await this.db
      .select({ id, title, updatedAt, ...governed })
      .from(articles)
      .where(
        isWhole ? ne(governed.status, "trashed") : gte(updatedAt, new Date(newest.updatedAt.getTime() - OVERLAP_MS)),
      )
      .orderBy(desc(updatedAt), desc(id))
      .limit(this.size);
    // Spelling is most of the work, and this process serves readers too: what is known already is not spelled anew.
    const known = new Map(this.titles.map(({ id, spelled }) => [id, spelled]));
    const changed = rows.map(({ title, ...row }): Title => {
      const spelled = known.get(row.id);
      return { ...row, spelled: spelled?.text === title ? spelled : spell(title) };
    });
    const ids = new Set(changed.map((title) => title.id));
    const rest = isWhole ? [] : this.titles.filter((title) => !ids.has(title.id));
    this.titles = [...changed.filter(({ status }) => status !== "trashed"), ...rest]
      .sort((a, b) => +b.updatedAt - +a.updatedAt)
      .slice(0, this.size);
    if (isWhole) this.wholeAt = now;
    this.seenAt = now;
  }
}
