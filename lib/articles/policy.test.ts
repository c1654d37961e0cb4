import { describe, expect, test } from "vitest";
import { can, type Governed, type Verb, worksIn } from "@/lib/articles/policy";
import type { Actor, Role } from "@/lib/context";
import { actorOf } from "@/lib/testing/factories";

const VERBS: Verb[] = [
  ...(["create", "view", "edit", "submit", "recall", "return"] as const),
  ...(["publish", "unpublish", "trash", "restore"] as const),
];
const person = (role: Role, ...categories: string[]): Actor => actorOf(role, "me", categories);
const article = (status: string, createdBy: string | null, trashedFrom: string | null = null): Governed => ({
  ...{ status, createdBy, trashedFrom },
  categoryId: "economy",
});
const allowed = (actor: Actor, thing: Governed) => VERBS.filter((verb) => can(actor, verb, thing));
const DESK = VERBS.filter((verb) => verb !== "recall");

describe("can", () => {
  test.each([
    ["an admin", person("admin")],
    ["an admin with a list of categories, which limits nobody of that role", person("admin", "sports")],
    ["an editor", person("editor")],
    ["an editor in a category of theirs", person("editor", "sports", "economy")],
    ["a job", { kind: "system", job: "publish-due" } as const],
  ])("lets %s do everything with others' stories", (_who, actor) => {
    for (const status of ["draft", "in_review", "published", "withdrawn", "trashed"]) {
      expect(allowed(actor, article(status, "somebody"))).toEqual(DESK);
    }
  });

  test("lets an editor read what stands in a category that is not theirs, and no more", () => {
    expect(allowed(person("editor", "sports"), article("draft", "somebody"))).toEqual(["view"]);
    expect(allowed(person("editor", "sports"), article("draft", "me"))).toEqual(["view"]);
  });

  const DRAFT = ["create", "view", "edit", "submit", "trash"];
  test.each([
    ["their own draft", article("draft", "me"), DRAFT],
    ["their own story that waits for the editors", article("in_review", "me"), ["create", "view", "recall"]],
    ["their own draft in the bin", article("trashed", "me", "draft"), ["create", "view", "restore"]],
    ["their own published story", article("published", "me"), ["create", "view"]],
    ["their own withdrawn story in the bin", article("trashed", "me", "withdrawn"), ["create", "view"]],
    ["another's draft", article("draft", "other"), ["create"]],
    ["an imported story", article("published", null), ["create"]],
  ])("lets authors and contributors do with %s only what is theirs to do", (_what, thing, verbs) => {
    expect(allowed(person("author"), thing)).toEqual(verbs);
    expect(allowed(person("contributor"), thing)).toEqual(verbs);
  });

  test("keeps writers who lost a category from all but reading and taking back what they have there", () => {
    expect(allowed(person("author", "sports"), article("draft", "me"))).toEqual(["view"]);
    expect(allowed(person("contributor", "sports"), article("in_review", "me"))).toEqual(["view", "recall"]);
  });
});

test("worksIn: a person without a list works in every category", () => {
  expect(worksIn(person("contributor"), "economy")).toBe(true);
  expect(worksIn(person("contributor", "economy"), "economy")).toBe(true);
  expect(worksIn(person("contributor", "sports"), "economy")).toBe(false);
});
