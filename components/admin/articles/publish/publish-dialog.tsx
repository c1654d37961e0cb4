"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import type { StatusName } from "@/components/admin/articles/status";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import type { Failure } from "@/lib/actions";
import type { Check } from "@/lib/articles/checks";
import { writeTime } from "@/lib/articles/publish-time";
import { CheckList } from "./check-list";
import { DialogFoot } from "./dialog-foot";
import { Previews } from "./previews";
import { isOwnFault, type PublishField, type PublishFields } from "./publish-fields";
import { SecurityList } from "./security-list";
import { TextFields } from "./text-fields";
import { TimeChoice, type TimeState, timeOf } from "./time-choice";
import { useReview } from "./use-review";
import { useSuggestions } from "./use-suggestions";

type Props = {
  article: { id: string | null; status: StatusName; publishAt: string | null };
  /** The form as it stands when the dialog opens. */
  fields: PublishFields;
  outlets: { id: string; name: string }[];
  /** Securities that were refused while the article had no number to remember it under. */
  refused: Set<string>;
  /** False: the checks are shown and nothing can be published. */
  mayPublish: boolean;
  pending: boolean;
  failure: Failure | null;
  /** Writes a changed field into the form, as the text that its control holds. */
  onChange: (field: PublishField, text: string) => void;
  /** @param at ISO time; absent: now */
  onPublish: (at?: string) => void;
  /** Leads to what a check found; the dialog is closed already. */
  onGo: (check: Check) => void;
  onClose: () => void;
};

const MINUTE_MS = 30_000;

/** Everything that is decided at the moment of publication. Open as long as it is rendered. */
export function PublishDialog({ article, outlets, mayPublish, pending, failure, ...props }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [fields, setFields] = useState(props.fields);
  const [tagsText, setTagsText] = useState(props.fields.tags.join("、"));
  const [now, setNow] = useState(() => new Date());
  const isScheduled = article.status === "scheduled" && article.publishAt !== null;
  const [time, setTime] = useState<TimeState>(
    isScheduled ? { mode: "at", text: writeTime(article.publishAt!) } : { mode: "now", text: "" },
  );
  const [timeFault, setTimeFault] = useState("");
  const { review, failed } = useReview(article.id, fields);
  const [opened] = useState({ failure, state: article.status + article.publishAt });
  const news = failure === opened.failure ? null : failure;
  const faults = news?.fields ?? {};

  function change(field: PublishField, text: string) {
    if (field === "tags") setTagsText(text);
    else if (field !== "symbols") setFields((all) => ({ ...all, [field]: text }));
    props.onChange(field, text);
  }
  const suggestions = useSuggestions(article.id, review, fields.symbols, props.refused, (symbols) => {
    setFields((all) => ({ ...all, symbols }));
    change("symbols", symbols.join(" "));
  });

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
    (dialog.current?.querySelector<HTMLElement>("footer .btn-main") ?? dialog.current)?.focus();
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  // Done, or to be mended elsewhere. Closing comes before the editor puts the focus on what is wrong.
  const isDone = article.status + article.publishAt !== opened.state;
  const close = useEffectEvent((fault: string | undefined) => {
    dialog.current?.close();
    // Of the text the editor knows no more than that it is at fault: a picture is found by its number.
    const check = review?.checks.find(({ place, message }) => place === "image" && message === fault);
    if (check) props.onGo(check);
  });
  useEffect(() => {
    if (isDone || (news && !isOwnFault(news.fields))) close(news?.fields.bodyHtml);
  }, [isDone, news]);
  useFocusFault(dialog, news);

  function publish() {
    const { at, fault = "" } = timeOf(time, new Date());
    setTimeFault(fault);
    if (fault) dialog.current?.querySelector<HTMLElement>(".when")?.focus();
    else if (mayPublish && !pending) props.onPublish(at?.toISOString());
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter" || event.repeat) return;
    event.preventDefault();
    publish();
  }
  function go(check: Check) {
    dialog.current?.close();
    props.onGo(check);
  }

  const { at } = timeOf(time, now);
  const slug = fields.slug || review?.slug || "";
  return (
    <dialog
      ref={dialog}
      className="publish"
      tabIndex={-1}
      aria-labelledby="publish-title"
      onKeyDown={onKeyDown}
      onClose={props.onClose}
    >
      <header>
        <h2 id="publish-title">{mayPublish ? "发布" : "发布前检查"}</h2>
        <button type="button" className="ib" aria-label="关闭" onClick={() => dialog.current?.close()}>
          <X className="icon" aria-hidden />
        </button>
      </header>
      <div className="publish-body">
        <div>
          {mayPublish && (
            <TimeChoice
              value={time}
              now={now}
              first={article.status === "withdrawn" ? article.publishAt : null}
              fault={timeFault || faults.publishAt}
              onChange={(value) => {
                setTime(value);
                setTimeFault("");
              }}
            />
          )}
          <SecurityList rows={suggestions.rows} ready={review !== null} onDecide={suggestions.decide} />
          {faults.symbols && <p className="fault">{faults.symbols}</p>}
          <TextFields
            fields={fields}
            tagsText={tagsText}
            outlets={outlets}
            suggestedSlug={review?.slug ?? ""}
            opening={review?.opening ?? ""}
            faults={faults}
            onChange={change}
          />
        </div>
        <div>
          <CheckList checks={review?.checks ?? null} failed={failed} onGo={go} />
          <Previews
            title={fields.title}
            description={fields.summary || review?.opening || ""}
            outlet={outlets.find(({ id }) => id === fields.categoryId)?.name ?? ""}
            slug={slug}
            bodyHtml={fields.bodyHtml}
            host={window.location.host}
          />
        </div>
      </div>
      <DialogFoot
        mayPublish={mayPublish}
        blocking={review?.checks.filter(({ level }) => level === "block").length ?? 0}
        isLater={at !== null && at > now}
        pending={pending}
        // On a phone the checks stand below what is asked first.
        onShowBlocking={() => dialog.current?.querySelector<HTMLElement>(".check.block button")?.focus()}
        onPublish={publish}
        onClose={() => dialog.current?.close()}
      />
    </dialog>
  );
}
