import { spawn } from "node:child_process";
import sharp from "sharp";
import { photograph } from "../../lib/media/testing/pictures";
import { type Portal, portalWith } from "../fixtures";
import { EditorPage } from "../pages/editor";
import { visitWithLatePictures } from "../pages/shifts";
import { test as base, expect } from "./newsroom";

/** A newsroom whose jobs nobody runs until a worker is started. */
const test = base.extend<object, { portal: Portal }>({
  portal: portalWith({ WORKER: "off" }),
});

/** 54321/1000 seconds of latitude, as EXIF writes them. */
const POSITION = Buffer.from("31d40000e8030000", "hex");

test("a photograph that is still processed when it is published: seen at once, upright, nothing moves, its place unknown", async ({
  at,
  browser,
  portal,
  request,
}) => {
  test.slow();
  const buffer = await photograph("jpeg", { orientation: 6, width: 1200, height: 800 });
  expect(buffer.includes(POSITION)).toBe(true);
  const editor = new EditorPage(await at("editor"));
  await editor.write("图片之前。");
  await editor.fill({ title: "现场照片", outlet: "东岸财经", slug: "xianchang" });
  await editor.pickPicture({ name: "现场.jpg", mimeType: "image/jpeg", buffer });
  await editor.describePicture({ 替代文字: "现场" });
  await editor.publish();
  await editor.settled();
  const src = (await editor.body.getByRole("img", { name: "现场" }).getAttribute("src")) ?? "";
  const base = src.replace("1600.webp", "");
  const url = `${portal.url}/articles/xianchang`;
  const upright = { width: 800, height: 1200 };

  await test.step("while it waits, readers get the cleaned original", async () => {
    const seen = await visitWithLatePictures(browser, url, "现场");
    expect(seen).toMatchObject({ shift: 0, isEarly: false });
    expect(seen.after).toEqual(seen.box);
    expect(seen.natural.width / seen.natural.height).toBeCloseTo(2 / 3, 1);
    for (const file of ["original", "1600.webp", "480.avif"]) {
      const answer = await request.get(`${portal.url}${base}${file}`);
      const bytes = await answer.body();
      expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
      expect([bytes.includes(POSITION), bytes.includes("SecretCam")]).toEqual([false, false]);
      expect((await sharp(bytes).metadata()).autoOrient).toEqual(upright);
    }
    expect((await request.get(`${portal.url}${base}1600.webp`)).headers()["cache-control"]).toContain(
      "must-revalidate",
    );
  });

  await test.step("a worker of its own makes the sizes, and they come instead", async () => {
    const env = { ...process.env, DATA_DIR: portal.dataDir, DATABASE_URL: "" };
    const worker = spawn(process.execPath, [".build/main.js", "worker"], { env, stdio: "ignore" });
    const type = async () => (await request.get(`${portal.url}${base}480.avif`)).headers()["content-type"];
    await expect.poll(type, { timeout: 60_000 }).toBe("image/avif");
    const ended = new Promise((done) => worker.once("exit", done));
    worker.kill("SIGINT");
    await ended;
    const made = await (await request.get(`${portal.url}${base}1600.webp`)).body();
    expect(await sharp(made).metadata()).toMatchObject({ format: "webp", ...upright });
    const seen = await visitWithLatePictures(browser, url, "现场");
    expect(seen).toMatchObject({ shift: 0, isEarly: false });
    expect(seen.after).toEqual(seen.box);
    expect(seen.source).toMatch(/\/(480|960)\.avif$/);
  });
});
