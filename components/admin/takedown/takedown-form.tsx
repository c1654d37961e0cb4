"use client";

import { useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { FailureNote } from "@/components/admin/people/failure-note";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useUnsavedFields } from "@/components/ui/use-unsaved-fields";
import type { Failure } from "@/lib/actions";
import type { Removed } from "@/lib/db/schema";
import { takeDownArticle } from "@/lib/takedowns/actions";
import { RemovedList } from "./removed-list";
import { type Grounds, TakedownConfirm } from "./takedown-confirm";

type Props = { article: { id: string; title: string; slug: string; version: number }; removable: Removed };

/** First why and at whose request, then the words that let it happen. */
export function TakedownForm({ article, removable }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [grounds, setGrounds] = useState<Grounds | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  useFocusFault(form, failure);
  useUnsavedFields(form);
  const faults = failure?.fields ?? {};

  const takeDown = (confirm: string) =>
    start(async () => {
      if (!grounds) return;
      const { id, version } = article;
      const result = await takeDownArticle({ id, version, ...grounds, confirm }).catch(() => null);
      if (result?.ok) {
        toast.success("已永久删除");
        return;
      }
      setGrounds(null);
      setFailure(
        result ?? { ok: false, code: "internal", message: "没有收到回答，请刷新后看是否已经删除", fields: {} },
      );
    });

  return (
    <main id="main" className="rev takedown">
      <h1>{article.title}</h1>
      <p>
        只在法院、主管部门、权利人或当事人要求时使用。一般的错误请<b>更正</b>，站不住的报道请<b>撤回</b>
        ，那两种都能恢复。
      </p>
      <section aria-labelledby="will-go">
        <h2 id="will-go">会销毁什么</h2>
        <RemovedList removed={removable} />
        <p className="hint">
          页面、列表、订阅、预览和图片立即不再提供，地址答 410 和删除说明；再次导入也不会恢复。备份里的副本和浏览器、CDN
          已经存下的副本不在此列，删除记录会列出要清除的地址。
        </p>
      </section>
      <FailureNote failure={failure} />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          const text = (name: string) => String(data.get(name) ?? "").trim();
          setFailure(null);
          setGrounds({ requester: text("requester"), reason: text("reason"), basis: text("basis") });
        }}
      >
        <Field name="requester" label="谁要求删除" note="读者会看到；个人请写“当事人”" fault={faults.requester}>
          {(control) => <input {...control} required maxLength={100} autoComplete="off" />}
        </Field>
        <Field name="reason" label="原因" note="读者会看到；不要复述被删的内容" fault={faults.reason}>
          {(control) => <textarea {...control} required rows={3} maxLength={300} />}
        </Field>
        <Field name="basis" label="依据" note="文号、法条或合同，读者会看到，可不填" fault={faults.basis}>
          {(control) => <input {...control} maxLength={200} autoComplete="off" />}
        </Field>
        <div className="acts">
          <Button type="submit" look="danger">
            下一步
          </Button>
          <a className="btn" href={`/admin/articles/${article.id}`}>
            取消
          </a>
        </div>
      </form>
      {grounds && (
        <TakedownConfirm
          title={article.title}
          grounds={grounds}
          pending={pending}
          onConfirm={takeDown}
          onClose={() => setGrounds(null)}
        />
      )}
    </main>
  );
}
