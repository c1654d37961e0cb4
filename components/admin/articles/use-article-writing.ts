"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import type { Failure, Result } from "@/lib/actions";
import * as actions from "@/lib/articles/actions";
import type { DeskArticle } from "@/lib/articles/desk-loaders";
import type { Dropped } from "@/lib/content/paste";
import { saveWriting } from "@/lib/writing/actions";
import { readArticleForm, writeArticleForm } from "./article-form";
import type { Opening } from "./autosave/opening";
import { useKeeper } from "./autosave/use-keeper";

type Article = DeskArticle["article"];
type Saved = Pick<Article, "id" | "slug" | "version" | "status" | "publishAt">;
type Start = { id: string; userId: string; article: Article | null; opening: Opening };
type Save = Parameters<typeof saveWriting>[0];

const UNANSWERED: Failure = {
  ok: false,
  code: "internal",
  message: "服务器没有回答，还不知道存下没有；请再按一次，不会存两遍",
  fields: {},
};

const UNKNOWN: Failure = { ...UNANSWERED, message: "服务器没有回答，还不知道做成没有；刷新这一页就能看到，文字不会丢" };

/** The steps behind the editor's buttons. Text stays on screen whatever the server answers, or does not answer. */
export function useArticleWriting({ id, userId, article, opening }: Start, form: RefObject<HTMLFormElement | null>) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [saved, setSaved] = useState<Saved | null>(article);
  const [savedAt, setSavedAt] = useState<string | null>(article?.updatedAt ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [hasSaved, setHasSaved] = useState(false);
  const body = useRef(opening.fields.bodyHtml);
  const read = () => form.current && readArticleForm(form.current, body.current);
  const { keeper, state } = useKeeper(id, userId, opening, read);
  /** A save whose answer never came. It is said again, word for word, before anything newer: then it is no conflict. */
  const unanswered = useRef<Save | null>(null);

  function accept(result: Result<Saved>, seq: number, done: string): Saved | null {
    if (!result.ok) {
      setFailure(result);
      return null;
    }
    setFailure(null);
    setSaved(result.data);
    setSavedAt(new Date().toISOString());
    setHasSaved(true);
    const slug = form.current?.elements.namedItem("slug");
    if (slug instanceof HTMLInputElement) slug.value = result.data.slug;
    keeper.saved(seq, result.data.version);
    if (done) toast.success(done);
    return result.data;
  }

  /** Other steps change where the article stands and none of its text. */
  const step = async (call: () => Promise<Result<Saved>>, done: string) =>
    accept(await call().catch((): Failure => UNKNOWN), keeper.state.savedSeq, done);

  async function send(input: Save): Promise<Result<Saved>> {
    unanswered.current = input;
    const result = await saveWriting(input).catch((): Failure => UNANSWERED);
    if (result !== UNANSWERED) unanswered.current = null;
    if (result.ok) keeper.pasted.confirm(input.pastes ?? []);
    return result;
  }

  async function write(): Promise<Saved | null> {
    if (!form.current || (saved && !keeper.isDirty && !unanswered.current)) return saved;
    keeper.hold();
    try {
      const again = unanswered.current;
      const earlier = again && (await send(again));
      if (earlier?.ok) {
        const known = accept(earlier, again!.seq, "");
        if (!keeper.isDirty) return known;
      } else if (earlier === UNANSWERED) return accept(earlier, 0, "");
      const fields = readArticleForm(form.current, body.current);
      const { seq, baseVersion } = keeper.state;
      const input = {
        ...fields,
        kind: fields.kind as Article["kind"],
        id,
        version: baseVersion,
        seq,
        pastes: keeper.pasted.next,
      };
      return accept(await send(input), seq, "");
    } finally {
      keeper.release();
    }
  }

  /** The address of a new article says so until it exists and all that was asked for is done. */
  const settleAddress = (now: Saved | null) => {
    if (now && window.location.search) window.history.replaceState(null, "", window.location.pathname);
  };

  return {
    pending,
    saved,
    savedAt,
    hasSaved,
    failure,
    bodyHtml: body,
    keeper,
    state,
    touch: () => keeper.touch(),
    changeBody(html: string) {
      body.current = html;
      keeper.touch();
    },
    keepPaste(html: string, dropped: Dropped[]) {
      keeper.pasted.add({ id: uuidv7(), html, dropped });
    },
    read,
    /** Puts other text into the form: an edit like any other. */
    show(fields: Opening["fields"]) {
      if (form.current) writeArticleForm(form.current, fields);
      keeper.touch();
    },
    settle: () => setFailure(null),
    save: () => start(async () => settleAddress(await write())),
    /** @param at ISO time; absent: now */
    publish: (at?: string) =>
      start(async () => {
        const now = await write();
        if (!now) return;
        const done = await step(() => actions.publishArticle({ id: now.id, version: now.version, publishAt: at }), "");
        if (done) toast.success(done.status === "scheduled" ? "已定时" : "已发布");
        settleAddress(done);
      }),
    unschedule: () =>
      start(async () => {
        await step(() => actions.unscheduleArticle({ id, version: keeper.state.baseVersion }), "已取消定时");
      }),
    withdraw: (reason: string) =>
      start(async () => {
        const input = { id, version: keeper.state.baseVersion, reason };
        await step(() => actions.unpublishArticle(input), "已撤回");
      }),
    trash: () =>
      start(async () => {
        // What is not saved yet goes along, so that an undo brings it back.
        const now = await write();
        if (!now) return;
        const gone = await step(() => actions.trashArticle({ id: now.id, version: now.version }), "");
        if (gone) router.push(`/admin/articles?trashed=${gone.id}`);
      }),
    restore: () =>
      start(async () => {
        await step(() => actions.restoreArticle({ id, version: keeper.state.baseVersion }), "已恢复");
      }),
  };
}
