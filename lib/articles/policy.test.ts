import { describe, expect, test } from "vitest";
import { can, type Verb } from "@/lib/articles/policy";
import type { Actor, Role } from "@/lib/context";

const VERBS: Verb[] = ["create", "view", "edit", "publish", "unpublish", "trash", "restore"];
const person = (role: Role): Actor => ({ kind: "user", id: "me", name: "我", role });
const article = (status: string, createdBy: string | null, trashedFrom: string | null = null) => ({
  status,
  createdBy,
  trashedFrom,
});
const allowed = (actor: Actor, thing: ReturnType<typeof article>) => VERBS.filter((verb) => can(actor, verb, thing));

describe("can", () => {
  test.each([
    ["an admin", person("admin")],
    ["an editor", person("editor")],
    ["a job", { kind: "system", job: "publish-due" } as const],
  ])("lets %s do everything", (_who, actor) => {
    for (const status of ["draft", "published", "withdrawn", "trashed"]) {
      expect(allowed(actor, article(status, "somebody"))).toEqual(VERBS);
    }
  });

  test.each([
    ["their own draft", article("draft", "me"), ["create", "view", "edit", "trash"]],
    ["their own draft in the bin", article("trashed", "me", "draft"), ["create", "view", "restore"]],
    ["their own published story", article("published", "me"), ["create", "view"]],
    ["their own withdrawn story in the bin", article("trashed", "me", "withdrawn"), ["create", "view"]],
    ["another's draft", article("draft", "other"), ["create"]],
    ["an imported story", article("published", null), ["create"]],
  ])("lets an author do with %s only what is theirs to do", (_what, thing, verbs) => {
    expect(allowed(person("author"), thing)).toEqual(verbs);
  });
});
