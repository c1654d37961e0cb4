import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import {
  createArticle,
  publishArticle,
  restoreArticle,
  trashArticle,
  unpublishArticle,
  updateArticle,
} from "@/lib/articles/commands";
import { publishDue, unscheduleArticle } from "@/lib/articles/schedule-commands";
import { createOutlet, updateOutlet } from "@/lib/categories/commands";
import { mergeOutlets } from "@/lib/categories/merge-commands";
import { splitOutlet } from "@/lib/categories/split-commands";
import { DEFAULT_POLICY, OUTLET_SLUG } from "@/lib/categories/validation";
import type { Ctx } from "@/lib/context";
import type { Db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { deleteRedirect, saveRedirect } from "@/lib/redirects/manual-commands";
import type { Storage } from "@/lib/storage/types";
import { createTag, updateTag } from "@/lib/tags/desk-commands";
import { mergeTags, splitTag } from "@/lib/tags/merge-commands";
import { takeDownArticle } from "@/lib/takedowns/commands";
import { runAct } from "@/lib/taxonomy/run";
import { undoAct } from "@/lib/taxonomy/undo-commands";
import { actorOf, articleForm } from "@/lib/testing/factories";

type ArticleState = { id: string; slug: string; version: number; status: string; category_id: string; title: string };
type OutletState = { id: string; slug: string; name: string; version: number; description: string; pinyin: string };
type TagState = { id: string; slug: string; name: string; version: number; description: string };

const DAY_MS = 86_400_000;
const NOTHING = { sources: [], words: "", from: "", until: "", tag: "" };
const UNBOUND = { ...DEFAULT_POLICY, description: "", pinyin: "", logoId: null };
const storage = { put: async () => {}, get: async () => null, delete: async () => {} } as unknown as Storage;

/** People at work: each step is a command that the newsroom has, on things that chance picks. */
export class Newsroom {
  #made = 0;
  /** Slugs that were in use once: somebody will want them again. */
  readonly slugs: string[] = [];
  readonly acts: string[] = [];

  constructor(
    readonly db: Db,
    readonly below: (max: number) => number,
  ) {}

  get ctx(): Ctx {
    return { db: this.db, actor: actorOf("admin"), now: new Date() };
  }

  readonly #steps: Record<string, { weight: number; take: () => Promise<unknown> }> = {
    publish: { weight: 14, take: () => this.publishNew() },
    draft: { weight: 3, take: () => this.draft() },
    renameArticle: { weight: 16, take: () => this.#renameArticle() },
    moveArticle: { weight: 8, take: () => this.#editArticle({ categoryId: true }) },
    retag: { weight: 8, take: () => this.#editArticle({ tags: true }) },
    withdraw: { weight: 8, take: () => this.#withdraw() },
    publishAgain: { weight: 6, take: () => this.#publishAgain() },
    scheduleAgain: { weight: 5, take: () => this.#publishAgain(new Date(Date.now() + DAY_MS)) },
    unschedule: { weight: 3, take: async () => unscheduleArticle(this.ctx, await this.#article("scheduled")) },
    comeDue: { weight: 2, take: () => this.#comeDue() },
    trash: { weight: 6, take: async () => trashArticle(this.ctx, await this.#article()) },
    restore: { weight: 6, take: async () => restoreArticle(this.ctx, await this.#article("trashed")) },
    takeDown: { weight: 2, take: () => this.#takeDown() },
    renameOutlet: { weight: 10, take: () => this.#renameOutlet() },
    mergeOutlets: { weight: 4, take: () => this.#mergeOutlets() },
    splitOutlet: { weight: 3, take: () => this.#splitOutlet() },
    newOutlet: { weight: 3, take: () => this.outlet() },
    renameTag: { weight: 10, take: () => this.#renameTag() },
    mergeTags: { weight: 4, take: () => this.#mergeTags() },
    splitTag: { weight: 3, take: () => this.#splitTag() },
    newTag: { weight: 3, take: () => this.#newTag() },
    undo: { weight: 4, take: () => this.#undo() },
    lead: { weight: 3, take: () => this.#lead() },
    unlead: { weight: 3, take: () => this.#unlead() },
  };

  /** Takes one step; what the commands refuse is refused. @returns what it was */
  async step(): Promise<string> {
    const name = this.#pick(Object.entries(this.#steps).flatMap(([step, { weight }]) => Array(weight).fill(step)));
    return this.#attempt(name, this.#steps[name]!.take);
  }

  /** A small site to begin with. */
  async begin() {
    for (let n = 0; n < 4; n++) await this.#attempt("outlet", () => this.outlet());
    for (let n = 0; n < 70; n++) await this.#attempt("publish", () => this.publishNew());
  }

  async #attempt(name: string, take: () => Promise<unknown>): Promise<string> {
    try {
      await take();
      return name;
    } catch (error) {
      if (error instanceof AppError || error instanceof Nobody) return `${name} refused`;
      throw error;
    }
  }

  #pick<One>(list: readonly One[]): One {
    if (list.length === 0) throw new Nobody();
    return list[this.below(list.length)]!;
  }

  #slug(prefix: string): string {
    // One in four wants what somebody has or had.
    const used = prefix === "meiti" ? this.slugs.filter((slug) => OUTLET_SLUG.test(slug)) : this.slugs;
    const slug = this.below(4) === 0 && used.length > 0 ? this.#pick(used) : this.#newSlug(prefix);
    this.slugs.push(slug);
    return slug;
  }
  #newSlug(prefix: string) {
    const n = ++this.#made;
    return prefix === "gao" ? (["gao-n", "NW2026", "新稿-"][n % 3] ?? "") + n : `${prefix}${n}`;
  }

  async #article(status?: string): Promise<ArticleState> {
    const where = status ? sql`status = ${status}` : sql`taken_down_at is null`;
    const rows = await this.db.execute<ArticleState>(
      sql`select id, slug, version, status, category_id, title from articles where ${where} order by id`,
    );
    return this.#pick([...rows]);
  }
  async #outlets() {
    const rows = await this.db.execute<OutletState>(
      sql`select id, slug, name, version, description, pinyin from categories where merged_into_id is null order by id`,
    );
    return [...rows];
  }
  async #tags() {
    const rows = await this.db.execute<TagState>(
      sql`select id, slug, name, version, description from tags where merged_into_id is null order by id`,
    );
    return [...rows];
  }
  async #tagNames() {
    const tags = await this.#tags();
    return Array.from({ length: Math.min(2, tags.length) }, () => this.#pick(tags).name);
  }

  async outlet() {
    const slug = this.#slug("meiti").toLowerCase();
    return createOutlet(this.ctx, { id: randomUUID(), name: `媒体${++this.#made}`, slug, ...UNBOUND });
  }

  async draft() {
    const { id: categoryId } = this.#pick(await this.#outlets());
    const tags = this.below(3) === 0 ? [`标签${++this.#made}`] : [...new Set(await this.#tagNames())];
    const form = articleForm({ categoryId, slug: this.#slug("gao"), title: `稿件${++this.#made}`, tags });
    return (await createArticle(this.ctx, form)).article;
  }

  async publishNew() {
    const { id, version } = await this.draft();
    const publishAt = new Date(Date.now() - this.below(900) * DAY_MS - 1000).toISOString();
    return publishArticle(this.ctx, { id, version, publishAt });
  }

  async #form({ id, version, slug, category_id: categoryId, title }: ArticleState) {
    const names = await this.db.execute<{ name: string }>(
      sql`select name from tags join article_tags on tag_id = tags.id where article_id = ${id} order by name`,
    );
    return { id, version, ...articleForm({ categoryId, slug, title, tags: names.map(({ name }) => name) }) };
  }
  async #renameArticle() {
    const form = await this.#form(await this.#article());
    return updateArticle(this.ctx, { ...form, slug: this.#slug("gao") });
  }
  async #editArticle(what: { categoryId?: true; tags?: true }) {
    const form = await this.#form(await this.#article());
    const categoryId = what.categoryId ? this.#pick(await this.#outlets()).id : form.categoryId;
    const tags = what.tags ? [...new Set(await this.#tagNames())] : form.tags;
    return updateArticle(this.ctx, { ...form, categoryId, tags });
  }
  async #withdraw() {
    return unpublishArticle(this.ctx, { ...(await this.#article("published")), reason: "有误" });
  }
  async #publishAgain(at?: Date) {
    const { id, version } = await this.#article("withdrawn");
    return publishArticle(this.ctx, { id, version, publishAt: at?.toISOString() ?? "" });
  }
  async #comeDue() {
    await this.db.execute(sql`update articles set publish_at = now() - interval '1 second' where status = 'scheduled'`);
    return publishDue(this.ctx);
  }
  async #takeDown() {
    const { id, version } = await this.#article();
    const input = { requester: "法院", reason: "侵权", basis: "", confirm: "永久删除" as const };
    return takeDownArticle(this.ctx, storage, { id, version, ...input });
  }

  async #renameOutlet() {
    const { id, version, name, description, pinyin } = this.#pick(await this.#outlets());
    const slug = this.#slug("meiti").toLowerCase();
    return updateOutlet(this.ctx, { ...DEFAULT_POLICY, id, version, name, description, pinyin, slug, logoId: null });
  }
  async #mergeOutlets() {
    const outlets = await this.#outlets();
    const act = randomUUID();
    await mergeOutlets(this.ctx, { act, id: this.#pick(outlets).id, into: this.#pick(outlets).id });
    await this.#run(act);
  }
  async #splitOutlet() {
    const outlets = await this.#outlets();
    const act = randomUUID();
    const criteria = { ...NOTHING, words: `稿件${this.below(9) + 1}` };
    const name = this.below(2) === 0 ? `媒体${++this.#made}` : "";
    const into = name ? null : this.#pick(outlets).id;
    const slug = name ? this.#slug("meiti").toLowerCase() : "";
    await splitOutlet(this.ctx, { act, id: this.#pick(outlets).id, criteria, into, name, slug });
    await this.#run(act);
  }
  async #newTag() {
    return createTag(this.ctx, {
      ...{ id: randomUUID(), name: `标签${++this.#made}`, description: "" },
      slug: this.#slug("biaoqian").toLowerCase(),
    });
  }
  async #renameTag() {
    const { id, version, name, description } = this.#pick(await this.#tags());
    return updateTag(this.ctx, { id, version, name, description, slug: this.#slug("biaoqian").toLowerCase() });
  }
  async #mergeTags() {
    const tags = await this.#tags();
    const act = randomUUID();
    await mergeTags(this.ctx, { act, id: this.#pick(tags).id, into: this.#pick(tags).id });
    await this.#run(act);
  }
  async #splitTag() {
    const act = randomUUID();
    const into = [`标签${++this.#made}`, this.#pick(await this.#tags()).name];
    await splitTag(this.ctx, { act, id: this.#pick(await this.#tags()).id, into, criteria: NOTHING });
    await this.#run(act);
  }
  async #run(act: string) {
    this.acts.push(act);
    await runAct(this.db, act);
  }
  async #undo() {
    const id = this.#pick(this.acts);
    await undoAct(this.ctx, { id });
    await runAct(this.db, id);
  }

  async #lead() {
    const from = this.below(2) === 0 ? `/jiu/${++this.#made}.html` : `/category/${this.#pick(this.slugs)}`;
    return saveRedirect(this.ctx, { from, to: `/articles/${(await this.#article("published")).slug}` });
  }
  async #unlead() {
    const rows = await this.db.execute<{ id: string }>(sql`select id from redirects order by id`);
    return deleteRedirect(this.ctx, this.#pick([...rows]));
  }
}

/** There is nothing to take the step with. */
class Nobody extends Error {}
