"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useRef, useTransition } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import * as actions from "@/lib/articles/actions";
import type { Dropped } from "@/lib/content/paste";
import { writeArticleForm } from "./article-form";
import { type Start, useSaving } from "./use-saving";
import { type Step, useSteps } from "./use-steps";

type How = Omit<Step, "call">;
type Call = (seen: { id: string; version: number }) => ReturnType<Step["call"]>;

/** The steps behind the editor's buttons. Text stays on screen whatever the server answers, or does not answer. */
export function useArticleWriting(opened: Start, form: RefObject<HTMLFormElement | null>) {
  const { id } = opened;
  const router = useRouter();
  const [pending, start] = useTransition();
  const { newest, body, keeper, accept, write, setFailure, ...saving } = useSaving(opened, form);
  const { take, catchUp } = useSteps(newest, (result) => accept(result, keeper.state.savedSeq));
  const last = useRef<() => void>(() => {});
  const turn = useRef(Promise.resolve());
  /** One after the other: what is asked for meanwhile waits for its turn and is not forgotten. */
  const run = (work: () => Promise<void>) => {
    last.current = () =>
      start(() => {
        turn.current = turn.current.catch(() => {}).then(work);
        return turn.current;
      });
    last.current();
  };

  /** The address of a new article says so until it exists and all that was asked for is done. */
  const settleAddress = () => {
    if (newest.current && window.location.search) window.history.replaceState(null, "", window.location.pathname);
  };
  const say = (text: string) => () => void toast.success(text);
  /** A step that leaves unsaved text alone. */
  const step = (how: How, call: Call) =>
    run(() =>
      take(async () => {
        const seen = { id, version: keeper.state.baseVersion };
        return { ...how, call: () => call(seen) };
      }),
    );
  /** A step that comes after a save of what is not saved yet. */
  const saveAnd = (how: How, call: Call) =>
    run(() =>
      take(async () => {
        // An open move to the bin turned out to be done: nothing goes on from there.
        const now = newest.current?.status === "trashed" ? null : await write();
        return now && { ...how, call: () => call({ id: now.id, version: now.version }) };
      }),
    );

  return {
    ...saving,
    pending,
    bodyHtml: body,
    keeper,
    touch: () => keeper.touch(),
    changeBody(html: string) {
      body.current = html;
      keeper.touch();
    },
    /** What was pasted, as it came: kept with the version that is saved next. */
    keepPaste(html: string, dropped: Dropped[]) {
      keeper.pasted.add({ id: uuidv7(), html, dropped });
    },
    /** Puts other text into the form: an edit like any other. */
    show(fields: Start["opening"]["fields"]) {
      // The editor may still be on its way: it begins with this.
      body.current = fields.bodyHtml;
      if (form.current) writeArticleForm(form.current, fields);
      keeper.touch();
    },
    settle: () => setFailure(null),
    /** Does what was asked for last once more, after nobody answered. */
    again: () => last.current(),
    save: () =>
      run(async () => {
        if (!(await catchUp()) || newest.current?.status === "trashed") return;
        if (await write()) settleAddress();
      }),
    /** @param at ISO time; absent: now */
    publish: (at?: string) =>
      saveAnd(
        {
          name: at ? "定时发布" : "发布",
          isDone: ({ status, publishAt }) =>
            status === "published" ? !at || publishAt === at : status === "scheduled" && publishAt === at,
          onDone({ status }) {
            toast.success(status === "scheduled" ? "已定时" : "已发布");
            settleAddress();
          },
        },
        (seen) => actions.publishArticle({ ...seen, publishAt: at }),
      ),
    submit: () =>
      saveAnd(
        {
          name: "交审",
          isDone: ({ status }) => status === "in_review",
          onDone() {
            toast.success("已交审");
            settleAddress();
          },
        },
        actions.submitArticle,
      ),
    recall: () =>
      step(
        { name: "取回修改", isDone: ({ status }) => status !== "in_review", onDone: say("已取回，可以继续改") },
        actions.recallArticle,
      ),
    giveBack: (note: string) =>
      step({ name: "退回", isDone: ({ status }) => status !== "in_review", onDone: say("已退回") }, (seen) =>
        actions.returnArticle({ ...seen, note }),
      ),
    unschedule: () =>
      step(
        { name: "取消定时", isDone: ({ status }) => status !== "scheduled", onDone: say("已取消定时") },
        actions.unscheduleArticle,
      ),
    withdraw: (reason: string) =>
      step({ name: "撤回", isDone: ({ status }) => status !== "published", onDone: say("已撤回") }, (seen) =>
        actions.unpublishArticle({ ...seen, reason }),
      ),
    trash: () =>
      // What is not saved yet goes along, so that an undo brings it back.
      saveAnd(
        {
          name: "移到回收站",
          isDone: ({ status }) => status === "trashed",
          onDone: (gone) => router.push(`/admin/articles?trashed=${gone.id}`),
        },
        actions.trashArticle,
      ),
    restore: () =>
      step(
        { name: "恢复", isDone: ({ status }) => status !== "trashed", onDone: say("已恢复") },
        actions.restoreArticle,
      ),
  };
}
