import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { createArticle, updateArticle } from "@/lib/articles/commands";
import { createArticleInput } from "@/lib/articles/validation";
import type { Actor } from "@/lib/context";
import { connect } from "@/lib/db/client";
import { articleMedia, articles, auditLog, media, revisions, workingCopies } from "@/lib/db/schema";
import { bodyImage } from "@/lib/media/addresses";
import { isOnlyOrientation } from "@/lib/media/cleaning/orientation";
import { addMedia, deleteMedia, retryMedia, updateMedia } from "@/lib/media/commands";
import { keysOf, originalKey, variantKey } from "@/lib/media/keys";
import { processMedia } from "@/lib/media/process";
import { findMedia, listMedia, listWaiting } from "@/lib/media/queries";
import { replaceMedia } from "@/lib/media/replace";
import { photograph, picture } from "@/lib/media/testing/pictures";
import { localStorage } from "@/lib/storage/local";
import { readAll } from "@/lib/storage/types";
import { testDb } from "@/lib/testing/db";
import { actorOf, makeCategory, makeUser } from "@/lib/testing/factories";

const database = testDb();
const folder = mkdtempSync(join(tmpdir(), "finews-media-"));
const storage = localStorage(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date("2026-11-25T08:00:00Z");
const as = (actor: Actor = { kind: "system", job: "test" }) => ({ db: database.db, actor, now });
const person = async (role: "editor" | "author") => actorOf(role, (await makeUser(database.db, { role })).id);

let shade = 0;
/** A picture that no other test has. */
const fresh = async (size = {}) => {
  shade++;
  return picture("png", { ...size, colour: `rgb(${shade % 256},${(shade * 7) % 256},9)` });
};
const upload = (bytes: Buffer, name = "图.png") => ({ bytes, name, type: "image/png" });
const add = async (actor?: Actor, size = {}) => (await addMedia(as(actor), storage, upload(await fresh(size)))).picture;
const read = async (id: string) => (await database.db.select().from(media).where(eq(media.id, id)))[0]!;
const actions = async (id: string) =>
  (await database.db.select().from(auditLog).where(eq(auditLog.subjectId, id)).orderBy(auditLog.id)).map(
    (r) => r.action,
  );

async function article(bodyHtml: string, actor?: Actor) {
  const categoryId = (await makeCategory(database.db)).id;
  const input = createArticleInput.parse({
    title: "稿",
    slug: `gao-${randomUUID()}`,
    summary: "",
    bodyHtml,
    kind: "story",
    level: 1,
    categoryId,
    tags: ["图片"],
    symbols: [],
    sourceName: "",
    originalUrl: "",
    editorName: "",
  });
  return { input, article: (await createArticle(as(actor), input)).article };
}
const figure = (of: typeof media.$inferSelect) => {
  const { src, alt, width, height } = bodyImage(of);
  return `<figure><img src="${src}" alt="${alt}" width="${width}" height="${height}"></figure>`;
};

describe("addMedia", () => {
  test("stores the original and leaves the sizes for later", async () => {
    const bytes = await fresh();
    const { picture: row, isNew } = await addMedia(as(), storage, upload(bytes, "走势.png"));
    expect(isNew).toBe(true);
    expect(row).toMatchObject({ name: "走势.png", mime: "image/png", width: 40, height: 30, status: "processing" });
    expect(await readAll((await storage.get(originalKey(row)))!)).toEqual(bytes);
    expect(row.variants).toEqual([]);
    expect(await actions(row.id)).toEqual(["media.storing", "media.uploaded"]);
  });

  test("the same bytes twice are one picture, also when they come at once", async () => {
    const bytes = await fresh();
    const all = await Promise.all([1, 2, 3].map((n) => addMedia(as(), storage, upload(bytes, `${n}.png`))));
    expect(new Set(all.map(({ picture }) => picture.id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test("a refused file leaves nothing behind", async () => {
    const before = await database.db.$count(media);
    await expect(addMedia(as(), storage, upload(Buffer.from("<svg/>")))).rejects.toMatchObject({ code: "invalid" });
    expect(await database.db.$count(media)).toBe(before);
  });
});

describe("processMedia", () => {
  test("makes AVIF and WebP up to the picture's own width, and a likeness", async () => {
    const row = await add(undefined, { width: 1000, height: 500 });
    expect(await processMedia(as(), storage, row.id)).toBe(true);
    const done = await read(row.id);
    expect(done.status).toBe("ready");
    expect(Buffer.from(done.thumbhash!, "base64").length).toBeLessThan(30);
    const made = done.variants.map(({ slot, format, width, height }) => `${slot}.${format} ${width}×${height}`).sort();
    expect(made).toEqual([
      "1600.avif 1000×500",
      "1600.webp 1000×500",
      "480.avif 480×240",
      "480.webp 480×240",
      "960.avif 960×480",
      "960.webp 960×480",
    ]);
    for (const variant of done.variants) {
      const bytes = await readAll((await storage.get(variantKey(done, variant)))!);
      expect(bytes.length).toBe(variant.bytes);
      expect(await sharp(bytes).metadata()).toMatchObject({ width: variant.width, height: variant.height });
    }
  });

  test("applies the camera's orientation and drops what the camera wrote", async () => {
    const bytes = await photograph("jpeg", { orientation: 6 });
    const { picture: row } = await addMedia(as(), storage, { bytes, name: "a.jpg", type: "image/jpeg" });
    await processMedia(as(), storage, row.id);
    const done = await read(row.id);
    const [variant] = done.variants;
    const stored = async (key: string) => sharp(await readAll((await storage.get(key))!)).metadata();
    const meta = await stored(variantKey(done, variant!));
    expect([done.width, done.height, variant!.width, variant!.height]).toEqual([30, 40, 30, 40]);
    expect(meta.exif).toBeUndefined();
    expect(meta.orientation ?? 1).toBe(1);
    // Readers can fetch the original too: it still says how it is turned, and nothing else.
    const original = await stored(originalKey(done));
    expect([original.orientation, isOnlyOrientation(original.exif!)]).toEqual([6, true]);
  });

  test("two workers do not process the same picture", async () => {
    const row = await add();
    const worked = await Promise.all([1, 2].map(() => processMedia(as(), storage, row.id)));
    expect(worked.filter(Boolean)).toHaveLength(1);
    expect((await actions(row.id)).filter((action) => action === "media.processed")).toHaveLength(1);
  });

  test("when a worker dies in the middle, another takes the picture up at once", async () => {
    const row = await add();
    const dying = connect(database.url, { max: 3, name: "dying" });
    let begun = () => {};
    const isBegun = new Promise<void>((done) => {
      begun = done;
    });
    const stuck = {
      ...storage,
      put: () => {
        begun();
        return new Promise<void>(() => {});
      },
    };
    const lost = processMedia({ ...as(), db: dying.db }, stuck, row.id).catch(() => "lost");
    await isBegun;
    expect(await processMedia(as(), storage, row.id)).toBe(false);
    // Its words can be edited meanwhile.
    await updateMedia(as(), { id: row.id, alt: "改过", caption: "", credit: "", rightsUntil: null });
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dying'`;
    await dying.sql.end({ timeout: 0 });
    expect(await lost).toBe("lost");
    await expect.poll(() => processMedia(as(), storage, row.id)).toBe(true);
    expect(await read(row.id)).toMatchObject({ status: "ready", alt: "改过", attempts: 2 });
  });

  test("a picture whose worker was killed is taken up again; after three such ends it is given up", async () => {
    const row = await add();
    await database.db.update(media).set({ attempts: 2 }).where(eq(media.id, row.id));
    expect(await listWaiting(database.db, 100)).toContain(row.id);
    await processMedia(as(), storage, row.id);
    expect((await read(row.id)).status).toBe("ready");

    const fatal = await add();
    await database.db.update(media).set({ attempts: 3 }).where(eq(media.id, fatal.id));
    await processMedia(as(), storage, fatal.id);
    expect(await read(fatal.id)).toMatchObject({ status: "failed", fault: expect.stringContaining("几次中断") });
  });

  test("a fault is kept to be shown, and a retry begins anew", async () => {
    const row = await add();
    const bytes = await readAll((await storage.get(originalKey(row)))!);
    await storage.put(originalKey(row), bytes.subarray(0, bytes.length - 30), "image/png");
    await processMedia(as(), storage, row.id);
    expect(await read(row.id)).toMatchObject({ status: "failed", fault: expect.stringContaining("图片处理不了") });

    await storage.put(originalKey(row), bytes, "image/png");
    await retryMedia(as(), row);
    await processMedia(as(), storage, row.id);
    expect(await read(row.id)).toMatchObject({ status: "ready", fault: null });
    await expect(retryMedia(as(), row)).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("where a picture is used", () => {
  test("follows the text; a dropped one stays noted because older versions show it", async () => {
    const row = await add();
    const { input, article: made } = await article(`<p>甲</p>${figure(row)}`);
    const uses = async () => (await findMedia(database.db, row.id))!.uses.map(({ id, inText }) => [id, inText]);
    expect(await uses()).toEqual([[made.id, true]]);
    const saved = await updateArticle(as(), { ...input, id: made.id, version: made.version, bodyHtml: "<p>甲</p>" });
    expect(await uses()).toEqual([[made.id, false]]);
    const { version } = saved.article;
    await updateArticle(as(), { ...input, id: made.id, version, bodyHtml: figure(row) });
    expect(await uses()).toEqual([[made.id, true]]);
  });

  test("a picture that does not exist is no fault", async () => {
    const { article: made } = await article(`<figure><img src="/media/${randomUUID()}/1600.webp" alt=""></figure>`);
    expect(await database.db.$count(articleMedia, eq(articleMedia.articleId, made.id))).toBe(0);
  });

  test("the list knows what no article ever used", async () => {
    const used = await add();
    const unused = await add();
    await article(figure(used));
    const { items } = await listMedia(database.db, { view: "unused", today: "2026-11-25" }, {});
    const ids = items.map(({ id }) => id);
    expect(ids).toContain(unused.id);
    expect(ids).not.toContain(used.id);
  });
});

describe("replaceMedia", () => {
  test("keeps id and address; articles get the new size and generation with a revision", async () => {
    const row = await add(undefined, { width: 500, height: 100 });
    await processMedia(as(), storage, row.id);
    const old = await read(row.id);
    const { article: made } = await article(figure(row));
    const bytes = await fresh({ width: 300, height: 300 });
    const { picture: replaced } = await replaceMedia(as(), storage, { id: row.id, upload: upload(bytes, "新.png") });
    expect(replaced).toMatchObject({ id: row.id, generation: 2, status: "processing", width: 300, name: "新.png" });

    const [saved] = await database.db.select().from(articles).where(eq(articles.id, made.id));
    expect(saved!.bodyHtml).toContain(`src="/media/${row.id}/1600.webp?v=2" alt="" width="300" height="300"`);
    expect(await database.db.$count(revisions, eq(revisions.articleId, made.id))).toBe(2);
    for (const key of keysOf(old)) expect(await storage.exists(key)).toBe(false);
    await processMedia(as(), storage, row.id);
    expect((await read(row.id)).status).toBe("ready");
    expect(await actions(row.id)).toContain("media.replaced");
  });

  test("refuses the same file and one that is in the library", async () => {
    const bytes = await fresh();
    const { picture: row } = await addMedia(as(), storage, upload(bytes));
    const other = await fresh();
    await addMedia(as(), storage, upload(other, "别的.png"));
    await expect(replaceMedia(as(), storage, { id: row.id, upload: upload(bytes) })).rejects.toThrow("一模一样");
    await expect(replaceMedia(as(), storage, { id: row.id, upload: upload(other) })).rejects.toThrow("已有这张图片");
  });

  test("an author cannot change through a picture the stories that they cannot edit", async () => {
    const author = await person("author");
    const row = await add(author);
    await article(figure(row));
    const bytes = await fresh();
    await expect(replaceMedia(as(author), storage, { id: row.id, upload: upload(bytes) })).rejects.toThrow(
      "请找编辑替换",
    );
    expect((await read(row.id)).generation).toBe(1);
  });
});

describe("deleteMedia", () => {
  test("takes an unused picture with all its files", async () => {
    const row = await add();
    await processMedia(as(), storage, row.id);
    const done = await read(row.id);
    await deleteMedia(as(), storage, row);
    expect(await read(row.id)).toBeUndefined();
    for (const key of keysOf(done)) expect(await storage.exists(key)).toBe(false);
    expect(await actions(row.id)).toContain("media.deleted");
  });

  test("refuses one that an older version shows, and one in somebody's unsaved work", async () => {
    const row = await add();
    const { input, article: made } = await article(figure(row));
    await updateArticle(as(), { ...input, id: made.id, version: made.version, bodyHtml: "" });
    await expect(deleteMedia(as(), storage, row)).rejects.toThrow("用着或用过");

    const other = await add();
    const user = await makeUser(database.db);
    const fields = { bodyHtml: figure(other) };
    await database.db
      .insert(workingCopies)
      .values({ articleId: randomUUID(), userId: user.id, baseVersion: 0, fields, seq: 1 });
    await expect(deleteMedia(as(), storage, other)).rejects.toThrow("还没保存的稿子");
  });
});

describe("who may", () => {
  const said = { alt: "替代", caption: "注", credit: "社", rightsUntil: "2027-01-01" };

  test("an author changes what they uploaded", async () => {
    const author = await person("author");
    const row = await add(author);
    expect(await updateMedia(as(author), { id: row.id, ...said })).toMatchObject(said);
    await deleteMedia(as(author), storage, row);
  });

  test.each(["edit", "replace", "delete", "retry"])("an author may not %s another's", async (verb) => {
    const author = await person("author");
    const row = await add(await person("editor"));
    const bytes = await fresh();
    const attempt = {
      edit: () => updateMedia(as(author), { id: row.id, ...said }),
      replace: () => replaceMedia(as(author), storage, { id: row.id, upload: upload(bytes) }),
      delete: () => deleteMedia(as(author), storage, row),
      retry: () => retryMedia(as(author), row),
    }[verb]!;
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    expect(await read(row.id)).toEqual(row);
  });

  test("an editor changes anybody's", async () => {
    const row = await add(await person("author"));
    expect(await updateMedia(as(await person("editor")), { id: row.id, ...said })).toMatchObject(said);
    const { items } = await listMedia(database.db, { view: "expired", today: "2027-01-02" }, {});
    expect(items.map(({ id }) => id)).toContain(row.id);
  });
});

test("the list is paged by position and found by words", async () => {
  const rows = [];
  for (let n = 0; n < 3; n++) rows.push(await add());
  const word = `锂价${randomUUID().slice(0, 6)}`;
  for (const [n, row] of rows.entries()) {
    await updateMedia(as(), {
      id: row.id,
      alt: n === 0 ? word : "",
      caption: n === 1 ? word : "",
      credit: "",
      rightsUntil: null,
    });
  }
  const found = await listMedia(database.db, { words: word, today: "2026-11-25" }, {});
  expect(found.items.map(({ id }) => id)).toEqual([rows[1]!.id, rows[0]!.id]);
  const older = await listMedia(database.db, { words: word, today: "2026-11-25" }, { after: rows[1]!.id });
  expect(older.items.map(({ id }) => id)).toEqual([rows[0]!.id]);
});
