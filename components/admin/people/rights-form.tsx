"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { changeRights } from "@/lib/users/actions";
import type { PersonPage } from "@/lib/users/people-loaders";
import { CategoryPicker } from "./category-picker";
import { FailureNote } from "./failure-note";
import { RoleChoice } from "./role-choice";
import { useAnswer } from "./use-answer";

/** What somebody may do, and where. */
export function RightsForm({ person, outlets }: Pick<PersonPage, "person" | "outlets">) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, send } = useAnswer(form);
  const [role, setRole] = useState(person.role);
  const [chosen, setChosen] = useState(person.categories);
  const idsOf = (categories: typeof chosen) =>
    categories
      .map(({ id }) => id)
      .sort()
      .join();
  useLeaveGuard(role !== person.role || idsOf(chosen) !== idsOf(person.categories));
  return (
    <form
      ref={form}
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault();
        const categoryIds = role === "admin" ? [] : chosen.map(({ id }) => id);
        send(() => changeRights({ id: person.id, role, categoryIds }), "权限已改，下一次请求起生效");
      }}
    >
      <FailureNote failure={failure} />
      <RoleChoice role={role} onChange={setRole} />
      {role !== "admin" && <CategoryPicker outlets={outlets} chosen={chosen} onChange={setChosen} />}
      <Button look="main" type="submit" pending={pending}>
        {pending ? "请稍候…" : "保存权限"}
      </Button>
    </form>
  );
}
