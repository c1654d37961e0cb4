"use client";

import { Lock, X } from "lucide-react";
import { type FormEvent, useRef } from "react";
import { textOf, useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import * as outlets from "@/lib/categories/actions";
import * as topics from "@/lib/tags/actions";

type Alias = { key: string; alias: string; origin: "import" | "slug" | "name" | "desk"; stays: string | null };
const ORIGINS = { import: "旧站写法", slug: "旧地址", name: "旧名称", desk: "手工加的" } as const;

/** Other names: by them addresses and importers find the outlet or tag. */
export function AliasSection({
  kind,
  id,
  aliases,
  mayChange,
}: {
  kind: "category" | "tag";
  id: string;
  aliases: Alias[];
  mayChange: boolean;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, send, fault } = useAnswer(form);
  const removing = useAnswer();

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const alias = textOf(event.currentTarget, "alias");
    send(
      () => (kind === "category" ? outlets.addOutletAlias({ id, alias }) : topics.addTagAlias({ id, alias })),
      () => form.current?.reset(),
    );
  }
  const remove = ({ key, alias }: Alias) =>
    removing.send(
      () => (kind === "category" ? outlets.removeOutletAlias({ id, alias: key }) : topics.removeTagAlias({ id, key })),
      `已去掉：${alias}`,
    );

  return (
    <section aria-labelledby="aliases">
      <h2 id="aliases">
        别名 <small className="num">{aliases.length}</small>
      </h2>
      {aliases.length === 0 ? (
        <p className="hint">
          没有别名。
          {mayChange &&
            `加上别的叫法或拼写，${kind === "category" ? "导入和旧链接就会认到这里" : "写稿和导入时就当作这个标签"}。`}
        </p>
      ) : (
        <ul className="aliases">
          {aliases.map((alias) => (
            <li key={alias.key}>
              <span>{alias.alias}</span>
              <small>{alias.stays ?? ORIGINS[alias.origin]}</small>
              {alias.stays ? (
                <Lock className="icon" aria-label={`去不掉：${alias.stays}`} />
              ) : (
                mayChange && (
                  <button type="button" className="ib" aria-label={`去掉${alias.alias}`} onClick={() => remove(alias)}>
                    <X className="icon" aria-hidden />
                  </button>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <form ref={form} className="alias-add" onSubmit={add} noValidate>
          <Field name="alias" label="加一个别名" fault={fault("alias")}>
            {(control) => <input {...control} maxLength={100} autoComplete="off" spellCheck={false} />}
          </Field>
          <Button type="submit" pending={pending}>
            添加
          </Button>
          {failure && !fault("alias") && (
            <p className="fault" role="alert">
              {failure.message}
            </p>
          )}
        </form>
      )}
    </section>
  );
}
