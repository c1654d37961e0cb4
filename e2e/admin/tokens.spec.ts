import { TokensPage } from "../pages/tokens";
import { faults } from "./axe";
import { expect, test } from "./newsroom";

test("a partner's token is shown once, opens full texts at the next request, and none once it is revoked", async ({
  at,
  request,
}) => {
  const tokens = new TokensPage(await at("admin"));
  await tokens.open();
  await tokens.act("生成令牌");
  await expect(tokens.name).toBeFocused();
  await expect(tokens.name).toHaveAccessibleDescription("请填合作方的名称");
  const secret = await tokens.make("远山资讯", { full: true });
  expect(secret).toMatch(/^fn_[\w-]{43}$/);
  await expect(tokens.shown).toBeFocused();

  const ask = async (headers: Record<string, string>) => {
    const response = await request.get("/api/v1/articles?text=full&limit=5&kind=story", { headers });
    const { items = [] } = (await response.json()) as { items?: { representationtype: string }[] };
    return { status: response.status(), shares: [...new Set(items.map((item) => item.representationtype))] };
  };
  const headers = { Authorization: `Bearer ${secret}` };
  expect(await ask({})).toEqual({ status: 200, shares: ["incomplete"] });
  expect(await ask(headers)).toEqual({ status: 200, shares: ["complete"] });

  await tokens.open();
  await expect(tokens.shown).toHaveCount(0);
  await expect(tokens.row("远山资讯")).toContainText("读取、全文");
  await expect(tokens.row("远山资讯")).toContainText(secret.slice(0, 9));
  await expect(tokens.row("远山资讯")).not.toContainText("还没用过");
  await tokens.rename("远山资讯", "远山通讯社");
  await expect(tokens.row("远山通讯社")).toBeVisible();
  await tokens.revoke("远山通讯社");
  await expect(tokens.row("远山通讯社")).toContainText("已撤销");
  expect(await ask(headers)).toEqual({ status: 401, shares: [] });
});

test("axe finds nothing on the page of tokens, which is no wider than a phone", async ({ at }) => {
  const tokens = new TokensPage(await at("admin"));
  await tokens.open();
  expect(await faults(tokens.page)).toEqual([]);
  await tokens.act("生成令牌");
  await expect(tokens.name).toHaveAccessibleDescription("请填合作方的名称");
  expect(await faults(tokens.page)).toEqual([]);
  await tokens.make("一家名字很长很长的合作方财经资讯有限公司", { full: false });
  expect(await faults(tokens.page)).toEqual([]);
  await tokens.act("改名：一家名字");
  await expect(tokens.dialog).toBeVisible();
  expect(await faults(tokens.page)).toEqual([]);
  await tokens.dialog.getByRole("button", { name: "取消" }).click();
  await tokens.page.setViewportSize({ width: 320, height: 700 });
  const wide = () => tokens.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
});

test("nobody but an administrator finds the page", async ({ at }) => {
  for (const who of ["editor", "author"] as const) {
    const page = await at(who);
    await page.goto("/admin/tokens");
    await expect(page.getByRole("heading", { name: "没有这一页" })).toBeVisible();
  }
});
