import { FlashDeskPage } from "../pages/flash-desk";
import { expect, test } from "./newsroom";

test("the first mention of a security is on its page, in its feeds and in the directory at the next request, and leaves them with its flash", async ({
  at,
  reader,
}) => {
  const title = `方正证券换帅${Date.now().toString(36).slice(-5)}`;
  const paths = ["/stock/SH601901", "/stock/SH601901/flashes", "/stock/SH601901/feed.xml", "/stock/SH601901/feed.json"];
  // A headline may break between its words.
  const textOf = async (path: string) => (await reader.answer(path)).text.replace(/<wbr\s*\/?>/g, "");
  const say = () => Promise.all(paths.map(async (path) => (await textOf(path)).includes(title)));
  const letter = async () => Object.keys(await reader.links("/stock/a-z/f"));
  const count = async () => Number(/现有 ([\d,]+) 个/.exec(await textOf("/stock"))?.[1]?.replace(",", ""));
  expect(await say()).toEqual([false, false, false, false]);
  expect(await letter()).not.toContain("/stock/SH601901");
  const before = await count();

  const desk = new FlashDeskPage(await at("editor"));
  await desk.open();
  await desk.outlet.selectOption({ label: "东岸财经" });
  await desk.field.focus();
  await desk.write(`${title}。`);
  await desk.keys("$", "f", "z", "z", "q");
  await expect(desk.options.first()).toContainText("方正证券");
  await desk.keys("Enter");
  await expect(desk.securities).toContainText("SH601901");
  await desk.keys("ControlOrMeta+Enter");
  await expect(desk.row(title)).toBeVisible();
  await expect(desk.undo(title)).toHaveText(/撤回 \d+ 秒/);

  expect(await say()).toEqual([true, true, true, true]);
  expect(await letter()).toContain("/stock/SH601901");
  expect(await count()).toBe(before + 1);

  await desk.keys("ControlOrMeta+z");
  await expect(desk.row(title)).toContainText("已撤回");
  expect(await say()).toEqual([false, false, false, false]);
  expect(await count()).toBe(before);
});
