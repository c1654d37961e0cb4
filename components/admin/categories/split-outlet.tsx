"use client";

import { type FormEvent, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { FailureNote } from "@/components/admin/people/failure-note";
import { useAnswer } from "@/components/admin/people/use-answer";
import { CriteriaFields, NO_CRITERIA } from "@/components/admin/taxonomy/criteria-fields";
import { Finder, type Target } from "@/components/admin/taxonomy/finder";
import { useBegun } from "@/components/admin/taxonomy/use-begun";
import { sayCount, useCount } from "@/components/admin/taxonomy/use-count";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { countOutletSplit, findOutlets, splitOutlet } from "@/lib/categories/actions";
import { hasCriteria } from "@/lib/taxonomy/validation";

type Props = { id: string; name: string; sources: { name: string; count: number }[]; mayCreate: boolean };

/** Takes some of an outlet's articles to another outlet, or to one made for them. */
export function SplitOutlet({ id, name, sources, mayCreate }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [criteria, setCriteria] = useState(NO_CRITERIA);
  const [isNew, setNew] = useState(mayCreate);
  const [into, setInto] = useState<Target | null>(null);
  const [newName, setNewName] = useState("");
  // Sent again, because its answer was lost, it is the same split.
  const [act] = useState(() => uuidv7());
  const count = useCount(id, criteria, countOutletSplit);
  const { pending, failure, send, fault } = useAnswer(form);
  const begun = useBegun();

  function run(event: FormEvent) {
    event.preventDefault();
    const target = isNew ? { into: null, name: newName } : { into: into?.id ?? null, name: "" };
    send(
      () => splitOutlet({ act, id, criteria, ...target, slug: "" }),
      (data) => {
        const said = `${data.articles.toLocaleString("en")} 篇从「${name}」移到「${isNew ? newName : into?.name}」`;
        begun({ id: data.id, said, to: `/admin/categories/${id}`, back: `/admin/categories/${id}` });
      },
    );
  }
  const faults = failure?.fields ?? {};
  return (
    <section aria-labelledby="split">
      <h2 id="split">拆分</h2>
      <p className="hint">把一部分文章移到别的媒体，其余的留在「{name}」。</p>
      <details>
        <summary>选哪些文章</summary>
        <form ref={form} onSubmit={run} noValidate>
          <p className="hint">填了的条件都要符合。</p>
          <CriteriaFields {...{ criteria, faults, sources, onChange: setCriteria }} />
          <p className="tax-count" role="status">
            {hasCriteria(criteria) && (count === null ? "正在数…" : `符合的有 ${sayCount(count)}`)}
          </p>
          {mayCreate && (
            <fieldset className="tax-where">
              <legend className="sr">移到</legend>
              <label>
                <input type="radio" name="where" checked={isNew} onChange={() => setNew(true)} /> 移到新媒体
              </label>
              <label>
                <input type="radio" name="where" checked={!isNew} onChange={() => setNew(false)} /> 移到已有的媒体
              </label>
            </fieldset>
          )}
          {isNew ? (
            <Field name="new-name" label="新媒体的名称" fault={fault("name") ?? fault("into")}>
              {(control) => (
                <input
                  {...control}
                  value={newName}
                  maxLength={60}
                  autoComplete="off"
                  onChange={({ target }) => setNewName(target.value)}
                />
              )}
            </Field>
          ) : (
            <Finder
              name="split-into"
              label="移到哪个媒体"
              fault={fault("into")}
              {...{ not: id, find: findOutlets, hint: "名称、拼音或首字母", chosen: into, onChoose: setInto }}
            />
          )}
          <p className="tax-acts">
            <Button type="submit" pending={pending}>
              {pending ? "拆分中…" : count ? `移走 ${sayCount(count)}` : "拆分"}
            </Button>
          </p>
          <FailureNote failure={failure} isLine />
        </form>
      </details>
    </section>
  );
}
