"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { readArticleForm } from "../article-form";
import type { useArticleWriting } from "../use-article-writing";
import { goToCheck } from "./go-to-check";
import { PublishDialog } from "./publish-dialog";
import { type PublishFields, writeField } from "./publish-fields";

type Writing = ReturnType<typeof useArticleWriting>;
type Options = { outlets: { id: string; name: string }[]; mayOpen: boolean; mayPublish: boolean };

/** The dialog before publication: opened by a button, or by Ctrl+Enter or ⌘Enter wherever the focus is. */
export function usePublishing(
  writing: Writing,
  form: RefObject<HTMLFormElement | null>,
  { outlets, mayOpen, mayPublish }: Options,
) {
  const [fields, setFields] = useState<PublishFields | null>(null);
  const [refused] = useState(() => new Set<string>());
  const { saved, pending, failure } = writing;

  function open() {
    if (!form.current) return;
    const { kind, ...rest } = readArticleForm(form.current, writing.bodyHtml.current);
    setFields({ ...rest, kind: kind === "flash" ? "flash" : "story" });
  }

  // On its way down: before the text hears of it, which would begin a new line.
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "Enter" || event.repeat) return;
    if (!mayOpen || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    event.stopPropagation();
    open();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);

  const view = fields && (
    <PublishDialog
      article={{ id: saved?.id ?? null, status: saved?.status ?? "draft", publishAt: saved?.publishAt ?? null }}
      fields={fields}
      outlets={outlets}
      refused={refused}
      mayPublish={mayPublish}
      pending={pending}
      failure={failure}
      onChange={(field, text) => {
        if (form.current) writeField(form.current, field, text);
        writing.touch();
      }}
      onPublish={writing.publish}
      onGo={(check) => form.current && goToCheck(form.current, check)}
      onClose={() => setFields(null)}
    />
  );
  return { open, view };
}
