"use client";

import { type RefObject, useRef, useState } from "react";
import type { Result } from "@/lib/actions";
import type { DeskArticle } from "@/lib/articles/desk-loaders";
import type { CorrectionInput } from "@/lib/corrections/validation";
import { saveWriting } from "@/lib/writing/actions";
import { readArticleForm, showOutlet } from "./article-form";
import type { Opening } from "./autosave/opening";
import { useKeeper } from "./autosave/use-keeper";
import { clearCorrection, readCorrection } from "./correction/correction-form";
import { type Trouble, unanswered } from "./unanswered";

type Article = DeskArticle["article"];
export type Saved = Pick<Article, "id" | "slug" | "version" | "status" | "publishAt"> & { categoryId?: string };
export type Start = { id: string; userId: string; article: Article | null; opening: Opening };
type Save = Parameters<typeof saveWriting>[0];

/** Makes the text a version that counts. It stays on screen whatever the server answers, or does not answer. */
export function useSaving({ id, userId, article, opening }: Start, form: RefObject<HTMLFormElement | null>) {
  const [saved, setSaved] = useState<Saved | null>(article);
  /** For what goes on before the next render. */
  const newest = useRef<Saved | null>(article);
  const [savedAt, setSavedAt] = useState<string | null>(article?.updatedAt ?? null);
  const [failure, setFailure] = useState<Trouble | null>(null);
  const [hasSaved, setHasSaved] = useState(false);
  const body = useRef(opening.fields.bodyHtml);
  const read = () => form.current && readArticleForm(form.current, body.current);
  /** Filled by the editor once it stands: what it still holds of the text comes into `body`. */
  const handOut = useRef(() => {});
  const { keeper, state } = useKeeper(id, userId, opening, read, handOut);
  /** A save whose answer never came. It is said again, word for word, before anything newer: then it is no conflict. */
  const lost = useRef<Save | null>(null);

  function accept(result: Result<Saved>, seq: number): Saved | null {
    if (!result.ok) {
      setFailure(result);
      return null;
    }
    setFailure(null);
    setSaved(result.data);
    newest.current = result.data;
    setSavedAt(new Date().toISOString());
    setHasSaved(true);
    const slug = form.current?.elements.namedItem("slug");
    if (slug instanceof HTMLInputElement) slug.value = result.data.slug;
    if (form.current && result.data.categoryId) showOutlet(form.current, result.data.categoryId);
    keeper.saved(seq, result.data.version);
    return result.data;
  }

  async function send(input: Save): Promise<Result<Saved> | Trouble> {
    lost.current = input;
    const result: Result<Saved> | Trouble = await saveWriting(input).catch((): Trouble => unanswered("保存"));
    if (!("isUnanswered" in result)) lost.current = null;
    if (result.ok) {
      keeper.pasted.confirm(input.pastes ?? []);
      if (form.current && input.correction) clearCorrection(form.current, input.correction as CorrectionInput);
    }
    return result;
  }

  async function write(): Promise<Saved | null> {
    if (!form.current || (newest.current && !keeper.isDirty && !lost.current)) return newest.current;
    keeper.hold();
    try {
      const again = lost.current;
      const earlier = again && (await send(again));
      if (earlier?.ok) {
        const known = accept(earlier, again!.seq);
        if (!keeper.isDirty) return known;
      } else if (earlier && lost.current) return accept(earlier, 0);
      const fields = readArticleForm(form.current, body.current);
      const { seq, baseVersion } = keeper.state;
      const input = {
        ...fields,
        kind: fields.kind as Article["kind"],
        id,
        version: baseVersion,
        seq,
        pastes: keeper.pasted.next,
        ...(newest.current?.status === "published" && { correction: readCorrection(form.current) }),
      };
      return accept(await send(input), seq);
    } finally {
      keeper.release();
    }
  }

  return { saved, newest, savedAt, failure, setFailure, hasSaved, body, handOut, read, keeper, state, accept, write };
}
