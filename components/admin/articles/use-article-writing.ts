"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import type { Failure, Result } from "@/lib/actions";
import * as actions from "@/lib/articles/actions";
import type { DeskArticle } from "@/lib/articles/desk-loaders";
import { readArticleForm } from "./article-form";

type Article = DeskArticle["article"];
type Saved = Pick<Article, "id" | "slug" | "version" | "status" | "publishAt">;

/** The steps behind the editor's buttons. Text stays on screen whatever the server answers. */
export function useArticleWriting(article: Article | null, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [saved, setSaved] = useState<Saved | null>(article);
  const [dirty, setDirty] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(article?.updatedAt ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [leaving, setLeaving] = useState(false);
  const body = useRef(article?.bodyHtml ?? "");
  /**
   * Counts edits, and how many of them are saved. What is typed while a save is under way is not taken for saved, and
   * a key pressed right after a letter, before the screen follows, saves that letter too.
   */
  const edits = useRef(0);
  const savedEdits = useRef(0);
  const touch = () => {
    edits.current++;
    setDirty(true);
  };

  function accept(result: Result<Saved>, done: string): Saved | null {
    if (!result.ok) {
      setFailure(result);
      return null;
    }
    setFailure(null);
    setSaved(result.data);
    setSavedAt(new Date().toISOString());
    const slug = form.current?.elements.namedItem("slug");
    if (slug instanceof HTMLInputElement) slug.value = result.data.slug;
    if (done) toast.success(done);
    return result.data;
  }

  async function write(done: string): Promise<Saved | null> {
    if (!form.current || (saved && edits.current === savedEdits.current)) return saved;
    const before = edits.current;
    const input = readArticleForm(form.current, body.current);
    const result = saved
      ? await actions.updateArticle({ ...input, id: saved.id, version: saved.version })
      : await actions.createArticle(input);
    const written = accept(result, done);
    if (written) {
      savedEdits.current = before;
      setDirty(edits.current !== before);
    }
    return written;
  }

  /** A new article gets its own address once all went well and nothing was typed since; until then it stays here. */
  const settle = (now: Saved | null, typed: number) => {
    if (!now || article || edits.current !== typed) return;
    setLeaving(true);
    router.replace(`/admin/articles/${now.id}`);
  };

  return {
    pending,
    saved,
    savedAt,
    dirty,
    failure,
    bodyHtml: body,
    leaving,
    touch,
    changeBody(html: string) {
      body.current = html;
      touch();
    },
    save: () =>
      start(async () => {
        const typed = edits.current;
        settle(await write(""), typed);
      }),
    /** @param at ISO time; absent: now */
    publish: (at?: string) =>
      start(async () => {
        const typed = edits.current;
        const now = await write("");
        if (!now) return;
        const result = await actions.publishArticle({ id: now.id, version: now.version, publishAt: at });
        const done = accept(result, "");
        if (done) toast.success(done.status === "scheduled" ? "已定时" : "已发布");
        settle(done, typed);
      }),
    unschedule: () =>
      start(async () => {
        if (saved) accept(await actions.unscheduleArticle({ id: saved.id, version: saved.version }), "已取消定时");
      }),
    withdraw: (reason: string) =>
      start(async () => {
        if (!saved) return;
        accept(await actions.unpublishArticle({ id: saved.id, version: saved.version, reason }), "已撤回");
      }),
    trash: () =>
      start(async () => {
        // What is not saved yet goes along, so that an undo brings it back.
        const now = await write("");
        if (!now) return;
        const gone = accept(await actions.trashArticle({ id: now.id, version: now.version }), "");
        if (!gone) return;
        setDirty(false);
        router.push(`/admin/articles?trashed=${gone.id}`);
      }),
    restore: () =>
      start(async () => {
        if (saved) accept(await actions.restoreArticle({ id: saved.id, version: saved.version }), "已恢复");
      }),
  };
}
