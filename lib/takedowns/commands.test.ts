import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { createArticle, publishArticle, restoreArticle, updateArticle } from "@/lib/articles/commands";
import { findBySlug } from "@/lib/articles/queries";
import { listActs } from "@/lib/corrections/queries";
import {
  articles,
  auditLog,
  media,
  mentions,
  outbox,
  refusedLinks,
  revisions,
  takedowns,
  workingCopies,
} from "@/lib/db/schema";
import { raiseBar } from "@/lib/front/bar-commands";
import { arrangeFront } from "@/lib/front/commands";
import { findArrangement, findBar } from "@/lib/front/queries";
import { exportSite } from "@/lib/importers/export";
import { runImport } from "@/lib/importers/jekyll/run";
import { bodyImage } from "@/lib/media/addresses";
import { addMedia } from "@/lib/media/commands";
import { everyKey } from "@/lib/media/keys";
import { processMedia } from "@/lib/media/process";
import { picture } from "@/lib/media/testing/pictures";
import { createPreviewLink } from "@/lib/previews/commands";
import { resolveOldPath } from "@/lib/redirects/queries";
import { fileReport } from "@/lib/reports/commands";
import { localStorage } from "@/lib/storage/local";
import type { Storage } from "@/lib/storage/types";
import { takeDownArticle } from "@/lib/takedowns/commands";
import { testDb } from "@/lib/testing/db";
import { actorOf, articleForm, makeCategory, makeSecurity, makeUser } from "@/lib/testing/factories";
import { tablesWith } from "@/lib/testing/places";
import { startS3 } from "@/lib/testing/s3";
import { keepWriting, saveWriting } from "@/lib/writing/commands";
import { EMPTY_FIELDS } from "@/lib/writing/fields";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-takedown-"));
const storage = localStorage(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date("2026-11-25T08:00:00Z");
const hire = async (role: "admin" | "editor") => actorOf(role, (await makeUser(database.db, { role })).id);
const as = (actor: Awaited<ReturnType<typeof hire>>) => ({ db: database.db, actor, now });
const words = () => `词${randomUUID().slice(0, 8)}`;
const grounds = {
  requester: "某市中级人民法院",
  reason: "侵害名誉权",
  basis: "（2026）某民终 1 号",
  confirm: "永久删除" as const,
};

let shade = 0;
async function addPicture(of: Storage, secret: string) {
  const editor = await hire("editor");
  const bytes = await picture("png", { colour: `rgb(${++shade},7,9)` });
  const said = { alt: `${secret}图`, caption: `${secret}注`, credit: secret };
  const { picture: made } = await addMedia(as(editor), of, { bytes, name: `${secret}.png`, type: "image/png" }, said);
  await processMedia({ db: database.db, actor: { kind: "system", job: "media" }, now }, of, made.id);
  return made;
}
const figure = (of: typeof media.$inferSelect) => {
  const { src, alt, width, height } = bodyImage(of);
  return `<figure><img src="${src}" alt="${alt}" width="${width}" height="${height}"></figure>`;
};

/** A published article with something in every place that can hold its words. */
async function makeStory(secret: string, images: (typeof media.$inferSelect)[]) {
  const editor = await hire("editor");
  const ctx = as(editor);
  const categoryId = (await makeCategory(database.db)).id;
  const symbol = await makeSecurity(database.db, "SH600519", "贵州茅台");
  const form = articleForm({
    ...{ categoryId, slug: `a-${randomUUID()}`, title: `标题${secret}`, summary: `摘要${secret}`, sourceName: secret },
    bodyHtml: `<p>正文${secret}。</p>${images.map(figure).join("")}`,
    tags: [`签${secret}`],
    symbols: [symbol],
  });
  const id = randomUUID();
  const paste = { id: randomUUID(), html: `<b>原文${secret}</b>`, dropped: [] };
  await saveWriting(ctx, { ...form, id, version: 0, seq: 1, pastes: [paste] });
  await publishArticle(ctx, { id, version: 1 });
  const correction = { kind: "facts" as const, note: `更正${secret}`, reason: `原因${secret}` };
  const bodyHtml = `<p>正文${secret}，改过。</p>${images.map(figure).join("")}`;
  await saveWriting(ctx, { ...form, bodyHtml, slug: form.slug, id, version: 2, seq: 2, pastes: [], correction });
  await createPreviewLink(ctx, { id, days: 7 });
  const refused = { articleId: id, symbol: "HK01315", word: secret, context: secret, reason: "other-word" as const };
  await database.db.insert(refusedLinks).values(refused);
  const { version: frontVersion } = await findArrangement(database.db);
  await arrangeFront(ctx, { version: frontVersion, lead: { articleId: id, endsAt: null }, pinned: [] });
  const endsAt = new Date(now.getTime() + 3_600_000).toISOString();
  const seen = (await findBar(database.db))?.id ?? null;
  await raiseBar(ctx, { seen, kind: "breaking", text: `突发${secret}`, articleId: id, to: "", endsAt });
  await fileReport(ctx, { articleId: id, quote: secret, message: secret, contact: secret, website: "" }, "192.0.2.1");
  const copy = { baseVersion: 3, seq: 3, fields: { ...EMPTY_FIELDS, title: secret, bodyHtml: `<p>${secret}</p>` } };
  const unsaved = { id: randomUUID(), html: `<i>${secret}</i>`, dropped: [] };
  await keepWriting(ctx, { articleId: id, writing: true, leaving: false, copy, pastes: [unsaved] });
  return { id, form, editor };
}

describe("a takedown", () => {
  test("destroys every word and every file, and leaves a record and an address that says so", async () => {
    const secret = words();
    const image = await addPicture(storage, secret);
    const { id, form } = await makeStory(secret, [image]);
    // What is there before: else finding nothing afterwards would say nothing.
    expect(await tablesWith(database.sql, secret)).toEqual(
      expect.arrayContaining(["articles", "corrections", "media", "pastes", "reports", "revisions"]),
    );
    expect(await tablesWith(database.sql, secret)).toEqual(expect.arrayContaining(["tags", "working_copies"]));
    expect(await tablesWith(database.sql, secret)).toEqual(expect.arrayContaining(["front_bar", "refused_links"]));
    expect(existsSync(join(folder, "media", image.id))).toBe(true);

    const admin = await hire("admin");
    const { tags } = await takeDownArticle(as(admin), storage, { id, version: 3, ...grounds });

    // For a day the announcement to the other instances names the address of the tag.
    expect(await tablesWith(database.sql, secret)).toEqual(["outbox"]);
    const left = await Promise.all(everyKey({ id: image.id, generation: 1 }).map((key) => storage.exists(key)));
    expect(left).not.toContain(true);
    const [row] = await database.db.select().from(articles).where(eq(articles.id, id));
    expect(row).toMatchObject({ slug: form.slug, status: "withdrawn", takenDownAt: now, bodyHtml: "", version: 4 });
    expect(await database.db.select().from(mentions).where(eq(mentions.articleId, id))).toEqual([]);
    const [record] = await database.db.select().from(takedowns).where(eq(takedowns.articleId, id));
    expect(record).toMatchObject({ requester: grounds.requester, reason: grounds.reason, actorName: "admin" });
    expect(record!.removed).toMatchObject({ versions: 3, pictures: 1, drafts: 1, pastes: 2, previews: 1, reports: 1 });
    expect(record!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(record!.addresses).toEqual(
      expect.arrayContaining([
        ...[`/articles/${form.slug}`, `/media/${image.id}/480.webp`],
        expect.stringMatching(new RegExp(`^/share/article/${id}-[0-9a-f]{12}\\.png$`)),
      ]),
    );
    expect(tags).toEqual(
      expect.arrayContaining([`article:${id}`, "home", "corrections", "stock:SH600519", `path:/articles/${form.slug}`]),
    );
    const announced = await database.db.select().from(outbox).where(eq(outbox.topic, "article.taken-down"));
    expect(announced.at(-1)?.payload.tags).toEqual(tags);
    const { items } = await listActs(database.db);
    expect(items.find((act) => act.articleId === id)).toMatchObject({ act: "takedown", number: record!.number });
  });

  test("leaves pictures that another article shows, and destroys those of an S3 server", async () => {
    const s3Folder = mkdtempSync(join(tmpdir(), "finews-takedown-s3-"));
    const s3 = await startS3(s3Folder);
    try {
      const bucket = s3.open();
      const [own, shared] = [await addPicture(bucket, words()), await addPicture(bucket, "共用")];
      const { id } = await makeStory(words(), [own, shared]);
      const editor = await hire("editor");
      const categoryId = (await makeCategory(database.db)).id;
      await createArticle(as(editor), articleForm({ categoryId, bodyHtml: figure(shared) }));

      await takeDownArticle(as(await hire("admin")), bucket, { id, version: 3, ...grounds });

      const exist = (of: { id: string }) =>
        Promise.all(everyKey({ id: of.id, generation: 1 }).map((key) => bucket.exists(key)));
      expect(await exist(own)).not.toContain(true);
      expect(await exist(shared)).toContain(true);
      expect(await database.db.$count(media, eq(media.id, own.id))).toBe(0);
      expect(await database.db.$count(media, eq(media.id, shared.id))).toBe(1);
    } finally {
      await s3.close();
      rmSync(s3Folder, { recursive: true, force: true });
    }
  });

  test("cannot be undone: no save, no autosave, no restored version and no other step writes into what is left", async () => {
    const { id, form, editor } = await makeStory(words(), []);
    await takeDownArticle(as(await hire("admin")), storage, { id, version: 3, ...grounds });
    const ctx = as(editor);
    const late = words();
    const copy = { baseVersion: 3, seq: 9, fields: { ...EMPTY_FIELDS, title: late } };
    const refused = { code: expect.stringMatching(/invalid|forbidden/) };
    for (const attempt of [
      () => updateArticle(ctx, { ...form, title: late, id, version: 4 }),
      () => publishArticle(ctx, { id, version: 4 }),
      () => restoreArticle(ctx, { id, version: 4 }),
      () => saveWriting(ctx, { ...form, title: late, id, version: 4, seq: 9, pastes: [] }),
      () => saveWriting(ctx, { ...form, title: late, id, version: 0, seq: 9, pastes: [] }),
      () => keepWriting(ctx, { articleId: id, writing: true, leaving: false, copy, pastes: [] }),
    ])
      await expect(attempt()).rejects.toMatchObject(refused);
    expect(await tablesWith(database.sql, late)).toEqual([]);
    expect(await database.db.$count(workingCopies, eq(workingCopies.articleId, id))).toBe(0);
    expect(await database.db.$count(revisions, eq(revisions.articleId, id))).toBe(1);
  });

  test("is an admin's alone, and asked for again after a lost answer it happened once", async () => {
    const { id } = await makeStory(words(), []);
    const input = { id, version: 3, ...grounds };
    await expect(takeDownArticle(as(await hire("editor")), storage, input)).rejects.toMatchObject({
      code: "forbidden",
    });
    const admin = await hire("admin");
    await expect(takeDownArticle(as(admin), storage, { ...input, version: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
    await takeDownArticle(as(admin), storage, input);
    await takeDownArticle(as(admin), storage, input);
    const rows = await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id));
    expect(rows.filter(({ action }) => action === "article.taken-down")).toHaveLength(1);
  });

  test("that cannot remove a file takes nothing down", async () => {
    const secret = words();
    const image = await addPicture(storage, secret);
    const { id, form } = await makeStory(secret, [image]);
    const broken: Storage = { ...storage, delete: () => Promise.reject(new Error("no answer")) };
    const input = { id, version: 3, ...grounds };
    await expect(takeDownArticle(as(await hire("admin")), broken, input)).rejects.toThrow("no answer");
    expect(await findBySlug(database.db, form.slug)).toMatchObject({ status: "published", title: form.title });
  });
});

describe("what was imported", () => {
  const ID = "202611201234567811";
  const post = (secret: string, text: string) =>
    `---\nlayout: post\ntitle: "${secret}"\ndate: 2026-11-20 10:00:00 +0800\ncategories: haianribao\ntags: 海岸日报新闻\n---\n<p>${text}${secret}</p>`;
  const importer = () => ({ db: database.db, actor: { kind: "system", job: "import" } as const, now });
  function site(files: Record<string, string>) {
    const path = mkdtempSync(join(folder, "site-"));
    mkdirSync(join(path, "_posts"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, "_posts", name), text);
    return path;
  }

  test("does not come back by the same files, by changed ones or under the provider's other name, nor go out again", async () => {
    const secret = words();
    const files = { [`2026-11-20-NW${ID}.md`]: post(secret, "正文"), [`2026-11-20-${ID}.md`]: post(secret, "正文") };
    await runImport(importer(), { path: site(files) });
    const [story] = await database.db.select().from(articles).where(eq(articles.title, secret));
    // An editor changed it, so a newer file was put aside, with its bytes and tied to no article.
    const editor = await hire("editor");
    const changed = { ...articleForm({ categoryId: story!.categoryId }), slug: story!.slug, title: `${secret}改` };
    await updateArticle(as(editor), { ...changed, id: story!.id, version: 1 });
    await runImport(importer(), { path: site({ [`2026-11-20-NW${ID}.md`]: post(secret, "新正文") }) });
    expect(await tablesWith(database.sql, secret)).toEqual(expect.arrayContaining(["articles", "import_files"]));

    await takeDownArticle(as(await hire("admin")), storage, { id: story!.id, version: 2, ...grounds });
    expect(await tablesWith(database.sql, secret)).toEqual([]);

    await runImport(importer(), { path: site(files) });
    await runImport(importer(), { path: site({ [`2026-11-20-NW${ID}.md`]: post(secret, "又一版") }) });
    await runImport(importer(), { path: site({ [`2026-11-21-${ID}.md`]: post(secret, "改了日期") }) });
    expect(await tablesWith(database.sql, secret)).toEqual([]);
    expect(await resolveOldPath(database.db, `/haianribao/2026/11/20/nw${ID}.html`)).toBe(`/articles/${story!.slug}`);

    const out = mkdtempSync(join(folder, "export-"));
    await exportSite(database.db, out);
    const written = existsSync(join(out, "_posts")) ? readdirSync(join(out, "_posts")) : [];
    expect(written.filter((name) => name.includes(ID))).toEqual([]);
  });
});
