"use client";

import { type FormEvent, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { FailureNote } from "@/components/admin/people/failure-note";
import { useAnswer } from "@/components/admin/people/use-answer";
import { CriteriaFields, NO_CRITERIA } from "@/components/admin/taxonomy/criteria-fields";
import { useBegun } from "@/components/admin/taxonomy/use-begun";
import { sayCount, useCount } from "@/components/admin/taxonomy/use-count";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { countTagSplit, splitTag } from "@/lib/tags/actions";

/** Other tags in the place of one: on all its articles, or on those that criteria name. */
export function SplitTag({ id, name }: { id: string; name: string }) {
  const form = useRef<HTMLFormElement>(null);
  const [names, setNames] = useState("");
  const [isAll, setAll] = useState(true);
  const [criteria, setCriteria] = useState(NO_CRITERIA);
  // Sent again, because its answer was lost, it is the same split.
  const [act] = useState(() => uuidv7());
  const count = useCount(id, isAll ? NO_CRITERIA : criteria, countTagSplit);
  const { pending, failure, send, fault } = useAnswer(form);
  const begun = useBegun();
  const parts = names
    .split(/[、,，;；]/)
    .map((part) => part.trim())
    .filter(Boolean);

  function run(event: FormEvent) {
    event.preventDefault();
    send(
      () => splitTag({ act, id, into: parts, criteria: isAll ? NO_CRITERIA : criteria }),
      (data) => {
        const said = isAll
          ? `「${name}」已拆成${parts.map((part) => `「${part}」`).join("、")}`
          : `${data.articles.toLocaleString("en")} 篇从「${name}」移到${parts.map((part) => `「${part}」`).join("、")}`;
        begun({ id: data.id, said, to: `/admin/tags/${id}`, back: `/admin/tags/${id}` });
      },
    );
  }
  const faults = failure?.fields ?? {};
  return (
    <section aria-labelledby="split">
      <h2 id="split">拆分</h2>
      <form ref={form} onSubmit={run} noValidate>
        <fieldset className="tax-where">
          <legend className="sr">哪些文章</legend>
          <label>
            <input type="radio" name="which" checked={isAll} onChange={() => setAll(true)} />{" "}
            全部文章，这个标签由几个代替
          </label>
          <label>
            <input type="radio" name="which" checked={!isAll} onChange={() => setAll(false)} /> 只是一部分，这个标签留着
          </label>
        </fieldset>
        {!isAll && <CriteriaFields {...{ criteria, faults, onChange: setCriteria }} />}
        <Field name="parts" label="换成哪些标签" note="用顿号隔开" fault={fault("into")}>
          {(control) => (
            <input
              {...control}
              value={names}
              placeholder="A股、策略"
              maxLength={220}
              autoComplete="off"
              onChange={({ target }) => setNames(target.value)}
            />
          )}
        </Field>
        {isAll && parts.length > 1 && (
          <ul className="tax-plan">
            <li>
              带「{name}」的文章都换上{parts.map((part) => `「${part}」`).join("、")}
            </li>
            <li>
              「{name}」的地址从此转到「{parts[0]}」；再写这个名称，就是这几个
            </li>
          </ul>
        )}
        <p className="tax-count" role="status">
          {!isAll && count !== null && `符合的有 ${sayCount(count)}`}
        </p>
        <p className="tax-acts">
          <Button type="submit" pending={pending}>
            {pending ? "拆分中…" : count ? `换掉 ${sayCount(count)}` : "拆分"}
          </Button>
        </p>
        <FailureNote failure={failure} isLine />
      </form>
    </section>
  );
}
