"use client";

import { useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { FailureNote } from "@/components/admin/people/failure-note";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useUnsavedFields } from "@/components/ui/use-unsaved-fields";
import type { Failure } from "@/lib/actions";
import { answerReport } from "@/lib/reports/actions";
import { VERDICTS, type Verdict } from "@/lib/reports/validation";

type Props = { report: { id: string; status: "open" | Verdict; answer: string } };

/** Accepts or rejects a report and tells the reader why. */
export function AnswerForm({ report }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  useFocusFault(form, failure);
  const settle = useUnsavedFields(form);

  function answer(verdict: Verdict) {
    const text = String(new FormData(form.current ?? undefined).get("answer") ?? "");
    start(async () => {
      const input = { id: report.id, seen: report.status, verdict, answer: text };
      const result = await answerReport(input).catch(() => null);
      if (result?.ok) {
        settle();
        toast.success(`已${VERDICTS[verdict]}，读者的链接上看得到答复`);
      }
      setFailure(
        result === null
          ? { ok: false, code: "internal", message: "没有收到回答，请再试一次", fields: {} }
          : result.ok
            ? null
            : result,
      );
    });
  }

  return (
    <form ref={form} onSubmit={(event) => event.preventDefault()}>
      <Field name="answer" label="答复" note="读者凭链接看到" fault={failure?.fields.answer}>
        {(control) => (
          <textarea {...control} rows={4} maxLength={500} defaultValue={report.answer} key={report.answer} />
        )}
      </Field>
      <FailureNote failure={failure} />
      <div className="acts">
        <Button look="main" pending={pending} onClick={() => answer("accepted")}>
          {VERDICTS.accepted}
        </Button>
        <Button pending={pending} onClick={() => answer("rejected")}>
          {VERDICTS.rejected}
        </Button>
      </div>
    </form>
  );
}
