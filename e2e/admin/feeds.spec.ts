import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

test("what is published, changed and withdrawn is so in every feed at the next request", async ({
  at,
  reader,
  draft,
}) => {
  const paths = ["/feed.xml", "/atom.xml", "/feed.json", "/all/atom.xml", "/category/dongancaijing/feed.xml"];
  const say = (words: string) =>
    Promise.all(paths.map(async (path) => (await reader.answer(path)).text.includes(words)));
  const everywhere = paths.map(() => true);
  const nowhere = paths.map(() => false);
  expect(await say(draft.title)).toEqual(nowhere);

  const writing = new WritingPage(await at("editor"));
  await writing.open(draft.id);
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  expect(await say(draft.title)).toEqual(everywhere);

  const title = `${draft.title}（改）`;
  await writing.fill({ title });
  await writing.saveButton.click();
  await expect(writing.page.getByRole("link", { name: "第 3 版，版本记录" })).toBeVisible();
  expect(await say(title)).toEqual(everywhere);

  await writing.withdraw("来源无法核实");
  await expect(writing.withdrawButton).toHaveCount(0);
  expect(await say(title)).toEqual(nowhere);
  const { text } = await reader.answer("/category/dongancaijing/atom.xml");
  expect(text).toContain(`<at:deleted-entry ref="urn:uuid:${draft.id}"`);
  expect(text).toContain("<at:comment>已撤回。原因：来源无法核实</at:comment>");
});
