import sharp from "sharp";
import { expect, test } from "./pages";

test("the site can be installed under its name, with icons of the sizes that they claim", async ({ page, request }) => {
  await page.goto("/");
  const href = (await page.locator('link[rel="manifest"]').getAttribute("href"))!;
  const response = await request.get(href);
  expect(response.headers()["content-type"]).toBe("application/manifest+json; charset=utf-8");
  const manifest = await response.json();
  expect(manifest).toMatchObject({ name: "金融消息", start_url: "/", display: "standalone", lang: "zh-CN" });
  for (const { src, sizes, type } of manifest.icons as { src: string; sizes: string; type: string }[]) {
    const icon = await request.get(src);
    expect(icon.headers()["content-type"]).toBe(type);
    const { width, height } = await sharp(await icon.body()).metadata();
    if (sizes !== "any") expect(`${width}x${height}`).toBe(sizes);
  }
  expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain("maskable");
  for (const { url } of manifest.shortcuts) expect((await request.get(url)).status()).toBe(200);
  const apple = (await page.locator('link[rel="apple-touch-icon"]').getAttribute("href"))!;
  expect((await sharp(await (await request.get(apple)).body()).metadata()).width).toBe(180);
  await expect(page.locator('meta[name="viewport"]')).toHaveAttribute("content", /viewport-fit=cover/);
  // Asked for anew each time: an old worker would live on.
  expect((await request.get("/sw.js")).headers()["cache-control"]).toBe("no-cache");
});
