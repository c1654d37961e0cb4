import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import tar from "tar-stream";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { importFiles } from "@/lib/db/schema";
import { createTestDatabase } from "@/lib/testing/db";
import { exportSite } from "../export";
import { zipOf } from "../zip-writer";
import { runImport } from "./run";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), "finews-source-"));
  folders.push(folder);
  return folder;
}

let database: Awaited<ReturnType<typeof createTestDatabase>>;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const GOOD = "2026-11-20-NW202611201234567801.md";
const good = (text = "正文。") =>
  `---\ntitle: "题"\ndate: 2026-11-20 10:00:00 +0800\ncategories: jia\ntags: 甲新闻\n---\n<p>${text}</p>`;

/** Outcome or reason of every file. */
async function outcomes(path: string): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  const ctx = {
    db: database.db,
    actor: { kind: "system", job: "import" } as const,
    now: new Date("2026-11-24T00:00Z"),
  };
  await runImport(ctx, {
    path,
    onFile: (file) => {
      seen[file.path] = file.outcome === "quarantined" ? file.reason : file.outcome;
    },
  });
  for (const file of Object.keys(seen)) {
    expect(await database.db.$count(importFiles, eq(importFiles.path, file)), file).toBe(1);
  }
  return seen;
}

test("what is odd in a folder is put aside with its reason, the rest comes in", async () => {
  const site = temporary();
  const posts = join(site, "_posts");
  mkdirSync(join(posts, "sub"), { recursive: true });
  mkdirSync(join(site, "category"));
  mkdirSync(join(site, "_site/2026"), { recursive: true });
  writeFileSync(join(posts, GOOD), good());
  writeFileSync(join(posts, "sub/2026-11-20-NW202611201234567802.md"), good());
  writeFileSync(join(posts, "2026-11-20-empty.md"), "");
  writeFileSync(join(posts, "2026-11-20-gbk.md"), Buffer.from([0xbc, 0xd7, 0xd2, 0xd2]));
  writeFileSync(join(posts, "2026-11-20-binary.md"), Buffer.from(Array.from({ length: 512 }, (_, i) => i % 256)));
  writeFileSync(join(posts, "2026-11-20-huge.md"), "");
  truncateSync(join(posts, "2026-11-20-huge.md"), 50 * 1024 * 1024);
  writeFileSync(join(posts, "picture.png"), "png");
  writeFileSync(join(posts, ".DS_Store"), "x");
  symlinkSync("/etc/hostname", join(posts, "2026-11-20-link.md"));
  symlinkSync("/nowhere", join(posts, "2026-11-20-dangling.md"));
  writeFileSync(Buffer.concat([Buffer.from(`${posts}/2026-11-20-`), Buffer.from([0xff]), Buffer.from(".md")]), good());
  writeFileSync(join(posts, "-.md"), good());
  writeFileSync(join(site, "README.md"), "# 说明");
  writeFileSync(join(site, "_config.yml"), "title: x");
  writeFileSync(join(site, "category/jia.html"), "---\nlayout: category\ntitle: 别家新闻\n---\n");
  writeFileSync(join(site, "_site/2026/x.md"), good());

  expect(await outcomes(site)).toEqual({
    [`_posts/${GOOD}`]: "imported",
    "_posts/sub/2026-11-20-NW202611201234567802.md": "imported",
    "_posts/2026-11-20-empty.md": "没有文件头（front matter）",
    "_posts/2026-11-20-gbk.md": "不是 UTF-8 文本",
    "_posts/2026-11-20-binary.md": "不是 UTF-8 文本",
    "_posts/2026-11-20-huge.md": "文件过大（50.0 MB），未保存原文",
    "_posts/picture.png": "不是 .md 或 .html 文件，未保存原文",
    "_posts/2026-11-20-link.md": "符号链接，未保存原文",
    "_posts/2026-11-20-dangling.md": "符号链接，未保存原文",
    "_posts/2026-11-20-\ufffd.md": "文件名不是 UTF-8，未保存原文",
    "_posts/-.md": "文件名里没有文章的地址",
  });
  expect(Object.values(await outcomes(site)).every((outcome) => outcome === "unchanged")).toBe(true);

  // Files whose bytes were not kept are no part of an export; an empty one is.
  const target = temporary();
  expect(await exportSite(database.db, target)).toBe(6);
});

test("an archive's odd entries stop nothing", async () => {
  const folder = temporary();
  const long = `_posts/${"很长的目录/".repeat(30)}2026-11-20-NW202611201234567805.md`;
  const pack = tar.pack();
  pack.entry({ name: `site/_posts/${GOOD}` }, good("旧。"));
  pack.entry({ name: `site/_posts/${GOOD}` }, good("新。"));
  pack.entry({ name: "../2026-11-20-up.md" }, good());
  pack.entry({ name: "/etc/2026-11-20-root.md" }, good());
  pack.entry({ name: "site/_posts/2026-11-20-link.md", type: "symlink", linkname: "/etc/passwd" });
  pack.entry({ name: "site/_posts/2026-11-20-device.md", type: "fifo" });
  pack.entry({ name: long }, good());
  pack.entry({ name: `${"目录/".repeat(400)}2026-11-20-deep.md` }, good());
  pack.entry({ name: "site/_posts/2026-11-20-huge.md" }, Buffer.alloc(9 * 1024 * 1024));
  pack.entry({ name: "site/logo.png" }, "png");
  pack.finalize();
  writeFileSync(join(folder, "site.tar.gz"), gzipSync(await buffer(pack)));

  const seen = await outcomes(join(folder, "site.tar.gz"));
  const deep = Object.keys(seen).find((path) => path.endsWith("…"));
  expect(seen).toEqual({
    [`_posts/${GOOD}`]: "imported",
    [`site/_posts/${GOOD}`]: "merged",
    [long]: "imported",
    "../2026-11-20-up.md": "路径指向网站之外，未保存原文",
    "/etc/2026-11-20-root.md": "路径指向网站之外，未保存原文",
    "_posts/2026-11-20-link.md": "符号链接，未保存原文",
    "_posts/2026-11-20-device.md": "不是普通文件，未保存原文",
    "_posts/2026-11-20-huge.md": "文件过大（9.0 MB），未保存原文",
    [deep!]: "路径过长，未保存原文",
  });
  const [newest] = await database.db
    .select()
    .from(importFiles)
    .where(eq(importFiles.path, `_posts/${GOOD}`));
  expect(newest?.raw.toString()).toContain("新。");
});

test("names of a zip are read as UTF-8 or as Chinese Windows writes them; a damaged entry stops nothing", async () => {
  const folder = temporary();
  const gbk = Buffer.concat([Buffer.from("site/_posts/2026-11-20-"), Buffer.from([0xbc, 0xd7]), Buffer.from(".md")]);
  const zip = zipOf([
    [`site/_posts/${GOOD}`, good()],
    [gbk, good()],
    ["site\\_posts\\2026-11-20-windows.md", good()],
    ["../2026-11-20-up.md", good()],
    ["site/_posts/2026-11-20-broken.md", good("会损坏的一段。")],
  ]);
  const at = zip.indexOf("会损坏");
  zip.write("已损坏", at);
  writeFileSync(join(folder, "site.zip"), zip);
  expect(await outcomes(join(folder, "site.zip"))).toEqual({
    [`_posts/${GOOD}`]: "imported",
    "_posts/2026-11-20-甲.md": "imported",
    "_posts/2026-11-20-windows.md": "imported",
    "../2026-11-20-up.md": "路径指向网站之外，未保存原文",
    "_posts/2026-11-20-broken.md": "压缩包内的文件损坏（校验和不符），未保存原文",
  });
});

test("two copies of a site below one folder are told apart; an empty folder gives nothing", async () => {
  const both = temporary();
  for (const name of ["backup", "site"]) {
    mkdirSync(join(both, name, "_posts"), { recursive: true });
    writeFileSync(join(both, name, "_posts", GOOD), good());
  }
  expect(await outcomes(both)).toEqual({ [`_posts/${GOOD}`]: "imported", [`backup/_posts/${GOOD}`]: "merged" });
  expect(await outcomes(temporary())).toEqual({});
});

test("_posts itself, and one post in it, have the same paths as in the site", async () => {
  const site = temporary();
  mkdirSync(join(site, "_posts"));
  writeFileSync(join(site, "_posts", GOOD), good());
  expect(await outcomes(join(site, "_posts"))).toEqual({ [`_posts/${GOOD}`]: "imported" });
  expect(await outcomes(join(site, "_posts", GOOD))).toEqual({ [`_posts/${GOOD}`]: "unchanged" });
});

test.each([
  ["a truncated tar.gz", "a.tar.gz", gzipSync(Buffer.alloc(100_000, "x")).subarray(0, 60)],
  ["a tar.gz that holds no tar", "b.tar.gz", gzipSync(Buffer.alloc(1024, "x"))],
  ["an empty zip file", "c.zip", Buffer.alloc(0)],
  ["a zip cut in the middle", "d.zip", zipOf([["_posts/x.md", good()]]).subarray(0, 80)],
])("%s is one sentence", async (_what, name, bytes) => {
  const path = join(temporary(), name);
  writeFileSync(path, bytes);
  await expect(outcomes(path)).rejects.toThrow(/^Cannot read the archive .+: .+[^.]\.$/);
});
