import type { Page } from "@playwright/test";
import type { Reader } from "../pages/reader";
import { TaxonomyPage } from "../pages/taxonomy";
import { WritingPage } from "../pages/writing";
import { expect, test } from "./newsroom";

/** What a reader's page says; headlines hold marks where a line may break. */
const says = async (reader: Reader, path: string) =>
  (await reader.answer(encodeURI(path))).text.replace(/<wbr\s*\/?>/g, "");

/** A published story with these tags; gives its page. */
async function publish(page: Page, title: string, tags: string) {
  const writing = new WritingPage(page);
  await writing.open();
  await writing.fill({ title, body: "第一段。", outlet: "东岸财经", tags });
  await writing.save();
  await writing.settled();
  await writing.publish();
  await expect(writing.publicLink).toBeVisible();
  return { writing, path: (await writing.publicLink.getAttribute("href")) ?? "" };
}

test("a tag is made, described, renamed and given an alias; its old address and names mean it", async ({
  at,
  reader,
}) => {
  test.slow();
  const tags = new TaxonomyPage(await at("editor"));
  await tags.create("tags", "流动性投放");
  await tags.field("说明").fill("央行怎样投放流动性。");
  await tags.save();
  await expect(tags.said("已保存")).toBeVisible();
  expect(await says(reader, "/tag/流动性投放")).toContain("央行怎样投放流动性。");

  await test.step("a name with the same address is told at once", async () => {
    await tags.page.goto("/admin/tags/new");
    await tags.field("名称").fill("流动性投放！");
    await expect(tags.said("和「流动性投放」的地址相同，这个的地址将是 流动性投放-2")).toBeVisible();
  });

  await test.step("renamed", async () => {
    await tags.open("tags", "流动性投放");
    await tags.field("名称").fill("货币投放");
    await tags.page.getByLabel(/^地址/).fill("货币投放");
    await tags.save();
    await expect(tags.said("已保存")).toBeVisible();
    expect(await reader.answer(encodeURI("/tag/流动性投放"))).toMatchObject({ status: 308, to: "/tag/货币投放" });
    await expect(tags.section("别名")).toContainText("从前的地址，读者手里还有");
  });

  await test.step("an alias, and the old name, written in a story, mean the tag", async () => {
    await tags.addAlias("放水");
    await expect(tags.section("别名")).toContainText("放水");
    await publish(await at("editor"), "用别名的报道", "放水、流动性投放");
    expect(await says(reader, "/tag/货币投放")).toContain("用别名的报道");
    await tags.list("tags", "?q=货币投放");
    await expect(tags.row("货币投放")).toContainText("1");
  });
});

test("tags are merged and split on every story, and taken back", async ({ at, reader }) => {
  test.slow();
  const tags = new TaxonomyPage(await at("editor"));
  const { path } = await publish(await at("editor"), "带三个标签的报道", "沪深策略、策略会");
  await publish(await at("editor"), "只带一个的报道", "沪深策略");
  expect(await says(reader, path)).toContain(">沪深策略</a>");

  await test.step("split: two in the place of one", async () => {
    await tags.open("tags", "沪深策略");
    await tags
      .section("拆分")
      .getByLabel(/^换成哪些标签/)
      .fill("沪深、策略会");
    await expect(tags.section("拆分")).toContainText("「沪深策略」的地址从此转到「沪深」");
    await tags.section("拆分").getByRole("button", { name: "拆分", exact: true }).click();
    await expect(tags.said("「沪深策略」已拆成「沪深」、「策略会」")).toBeVisible();
    await tags.settled();
    expect(await reader.answer(encodeURI("/tag/沪深策略"))).toMatchObject({ status: 308, to: "/tag/沪深" });
    expect(await says(reader, "/tag/沪深")).toContain("只带一个的报道");
    expect(await says(reader, "/tag/策略会")).toContain("只带一个的报道");
    expect(await says(reader, path)).not.toContain(">沪深策略</a>");
  });

  await test.step("merged: one takes the other in, told before", async () => {
    await tags.open("tags", "策略会");
    await tags.choose("合并", "沪深", "沪深");
    await expect(tags.section("合并")).toContainText("/tag/策略会 从此转到 /tag/沪深");
    await tags.section("合并").getByRole("button", { name: "并入「沪深」" }).click();
    await tags.page.getByRole("heading", { level: 1, name: "沪深", exact: true }).waitFor();
    await tags.settled();
    expect(await reader.answer(encodeURI("/tag/策略会"))).toMatchObject({ status: 308, to: "/tag/沪深" });
  });

  await test.step("taken back, the last first", async () => {
    await tags.page.goto("/admin/taxonomy?about=tag");
    const split = tags.act("沪深策略 拆成").getByRole("button", { name: /^撤销/ });
    await split.click();
    await tags.page.getByRole("dialog").getByRole("button", { name: "撤销", exact: true }).click();
    await expect(tags.said("请先撤销那一次")).toBeVisible();
    await tags.undo("策略会 并入 沪深");
    await tags.undo("沪深策略 拆成");
    expect(await says(reader, "/tag/沪深策略")).toContain("只带一个的报道");
    expect(await says(reader, path)).toContain(">沪深策略</a>");
    expect(await says(reader, "/tag/策略会")).not.toContain("只带一个的报道");
  });

  await test.step("only those that the conditions name", async () => {
    await tags.open("tags", "沪深策略");
    await tags.section("拆分").getByText("只是一部分").click();
    await tags
      .section("拆分")
      .getByLabel(/^标题里有/)
      .fill("三个");
    await tags
      .section("拆分")
      .getByLabel(/^换成哪些标签/)
      .fill("策略会");
    await tags.section("拆分").getByRole("button", { name: "换掉 1 篇" }).click();
    await expect(tags.said("1 篇从「沪深策略」移到「策略会」")).toBeVisible();
    await tags.settled();
    expect(await says(reader, "/tag/沪深策略")).not.toContain("带三个标签的报道");
    expect(await says(reader, "/tag/沪深策略")).toContain("只带一个的报道");
  });
});
