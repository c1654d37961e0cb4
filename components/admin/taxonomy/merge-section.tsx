"use client";

import { type FormEvent, useRef, useState, useTransition } from "react";
import { v7 as uuidv7 } from "uuid";
import { useAnswer } from "@/components/admin/people/use-answer";
import { Finder, type Target } from "@/components/admin/taxonomy/finder";
import { useBegun } from "@/components/admin/taxonomy/use-begun";
import { Button } from "@/components/ui/button";
import * as outlets from "@/lib/categories/actions";
import * as topics from "@/lib/tags/actions";

const KINDS = {
  category: {
    ...{ noun: "媒体", path: "/admin/categories", find: outlets.findOutlets, hint: "名称、拼音或首字母" },
    ...{ plan: outlets.planOutletMerge, merge: outlets.mergeOutlets },
  },
  tag: {
    ...{ noun: "标签", path: "/admin/tags", find: topics.findTags, hint: "标签里的字" },
    ...{ plan: topics.planTagMerge, merge: topics.mergeTags },
  },
} as const;

type OutletPlan = Extract<Awaited<ReturnType<typeof outlets.planOutletMerge>>, { ok: true }>["data"];
/** Of tags no policy is said: they have none. */
type Plan = Omit<OutletPlan, "hasOtherPolicy"> & Partial<OutletPlan>;

/** Gives everything of one outlet or tag to another, after saying what that means. */
export function MergeSection({ kind, id, name }: { kind: keyof typeof KINDS; id: string; name: string }) {
  const { noun, path, find, hint, plan, merge } = KINDS[kind];
  const form = useRef<HTMLFormElement>(null);
  const [into, setInto] = useState<Target | null>(null);
  const [known, setKnown] = useState<Plan | null>(null);
  const [refused, setRefused] = useState("");
  // Sent again, because its answer was lost, it is the same merge.
  const [act, setAct] = useState(() => uuidv7());
  const [, look] = useTransition();
  const { pending, failure, send } = useAnswer(form);
  const begun = useBegun();

  function choose(target: Target | null) {
    setInto(target);
    setKnown(null);
    setRefused("");
    setAct(uuidv7());
    if (!target) return;
    look(async () => {
      const result = await plan({ id, into: target.id }).catch(() => null);
      if (result?.ok) setKnown(result.data);
      else setRefused(result?.message ?? "没有连上服务器，请再选一次");
    });
  }
  function run(event: FormEvent) {
    event.preventDefault();
    if (!into || !known) return;
    send(
      () => merge({ act, id, into: into.id }),
      (data) =>
        begun({
          ...{ id: data.id, said: `「${name}」已并入「${into.name}」` },
          ...{ to: `${path}/${into.id}`, back: `${path}/${id}` },
        }),
    );
  }

  return (
    <section aria-labelledby="merge">
      <h2 id="merge">合并</h2>
      <form ref={form} onSubmit={run} noValidate>
        <Finder
          name="into"
          label={`并入哪个${noun}`}
          note="之后随时可以撤销"
          fault={failure?.fields.into ?? (refused || undefined)}
          {...{ not: id, find, hint, chosen: into, onChoose: choose }}
        />
        <div role="status">{known && <MergePlan plan={known} noun={noun} />}</div>
        {known && (
          <p className="tax-acts">
            <Button type="submit" look="main" pending={pending}>
              {pending ? "合并中…" : `并入「${known.into.name}」`}
            </Button>
          </p>
        )}
        {failure && !failure.fields.into && (
          <p className="fault" role="alert">
            {failure.message}
          </p>
        )}
      </form>
    </section>
  );
}

function MergePlan({ plan, noun }: { plan: Plan; noun: string }) {
  const { from, into, articles, aliases, people, hasOtherPolicy } = plan;
  return (
    <ul className="tax-plan">
      <li>
        <b className="num">{articles.toLocaleString("en")}</b> 篇文章移到「{into.name}」，在后台进行；版本与时间不变
      </li>
      <li>
        <span className="path">{from.path}</span> 从此转到 <span className="path">{into.path}</span>，旧的翻页地址也是
      </li>
      <li>
        「{from.name}」这个名称{aliases > 0 && `和它的 ${aliases} 个别名`}从此指「{into.name}」，导入也认
      </li>
      {hasOtherPolicy && <li>两家的“搜索引擎与订阅”不同，移过去的文章从此按「{into.name}」的办</li>}
      {people > 0 && (
        <li>
          只管这个{noun}的 {people} 个人，从此也管「{into.name}」
        </li>
      )}
    </ul>
  );
}
