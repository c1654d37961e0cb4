"use client";

import { type ChangeEvent, useRef, useState, useTransition } from "react";
import { ImportReport, type ReportLine } from "@/components/admin/redirects/import-report";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { Failure } from "@/lib/actions";
import { importRedirects } from "@/lib/redirects/actions";
import { MOST_LINES } from "@/lib/redirects/validation";

/** Takes in a CSV of old and new addresses; a dry run shows first what would become of each line. */
export function ImportForm() {
  const form = useRef<HTMLFormElement>(null);
  const file = useRef<HTMLInputElement>(null);
  const [csv, setCsv] = useState("");
  const [report, setReport] = useState<{ lines: ReportLine[]; dryRun: boolean } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();
  useFocusFault(form, failure);
  useLeaveGuard(csv !== "" && report?.dryRun !== false);

  const write = (text: string) => {
    setCsv(text);
    setReport(null);
  };
  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0];
    if (file) write(await file.text());
    target.value = "";
  }
  const run = (dryRun: boolean) =>
    start(async () => {
      const result = await importRedirects({ csv, dryRun });
      setFailure(result.ok ? null : result);
      setReport(result.ok ? { lines: result.data.lines, dryRun } : null);
    });
  const isTried =
    report?.dryRun === true && report.lines.some(({ outcome }) => outcome === "created" || outcome === "updated");

  return (
    <details>
      <summary>从 CSV 成批导入</summary>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          run(!isTried);
        }}
        noValidate
      >
        <Field name="csv" label="CSV" note={`每行“旧地址,新地址”，最多 ${MOST_LINES} 行`} fault={failure?.fields.csv}>
          {(control) => (
            <textarea
              {...control}
              className="mono"
              rows={4}
              value={csv}
              placeholder={"/jiu/yi.html,/articles/…\n/jiu/er/,/category/…"}
              spellCheck={false}
              onChange={({ target }) => write(target.value)}
            />
          )}
        </Field>
        <p className="redirect-acts">
          <input ref={file} type="file" hidden accept=".csv,text/csv,text/plain" onChange={read} />
          <Button onClick={() => file.current?.click()}>选文件</Button>
          <Button type="submit" look={isTried ? "main" : "plain"} pending={pending}>
            {pending ? "稍等…" : isTried ? "照此导入" : "试运行"}
          </Button>
        </p>
      </form>
      {failure && !failure.fields.csv && (
        <p className="fault" role="alert">
          {failure.message}
        </p>
      )}
      <div role="status">{report && <ImportReport {...report} />}</div>
    </details>
  );
}
