import { expect, test } from "vitest";
import { sayList } from "@/lib/articles/list-metadata";

const at = (publishAt: string) => ({ publishAt }) as never;
const page = { cards: [at("2026-11-25T12:41:00Z"), at("2026-11-19T00:44:00Z")] };

test("a list's newest page is the list, a further one names its span of time", () => {
  const list = { name: "甲报", description: "甲报的报道。", listPath: "/category/jiabao", page };
  expect(sayList(list)).toEqual({ title: "甲报", description: "甲报的报道。", path: "/category/jiabao" });
  expect(sayList({ ...list, cursor: "1-2" })).toEqual({
    title: "甲报：2026年11月19日 08:44 至 11月25日 20:41",
    description: "2026年11月19日 08:44 至 11月25日 20:41。甲报的报道。",
    path: "/category/jiabao/before/1-2",
  });
});

test("no description is longer than 120 characters", () => {
  const { description } = sayList({
    name: "甲",
    description: "长".repeat(200),
    listPath: "/",
    cursor: "1-2",
    page,
  });
  expect([...description]).toHaveLength(120);
});
