"use client";

import { ChevronLeft } from "lucide-react";
import dynamic from "next/dynamic";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { StatusSection } from "@/components/admin/articles/status-section";
import { WritingLinks } from "@/components/admin/revisions/writing-links";
import { Button } from "@/components/ui/button";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import { EMPTY_FIELDS, fieldsOf } from "@/lib/writing/fields";
import type { Writing } from "@/lib/writing/loaders";
import type { Opening } from "./autosave/opening";
import { RecoveryStrip } from "./autosave/recovery-strip";
import { SaveState } from "./autosave/save-state";
import { TroubleStrip } from "./autosave/trouble-strip";
import { hasUnsentCorrection } from "./correction/correction-form";
import { type Begun, CorrectionSection } from "./correction/correction-section";
import { FailureStrip } from "./failure-strip";
import { NewerStrip } from "./merge/newer-strip";
import { useMerge } from "./merge/use-merge";
import { openedArticle } from "./opened";
import { PanelFields } from "./panel-fields";
import { Others } from "./presence/others";
import { usePublishing } from "./publish/use-publishing";
import { ReturnedStrip } from "./review/returned-strip";
import { WhyNot } from "./review/why-not";
import { StepActs } from "./step-acts";
import { StepDialogs } from "./step-dialogs";
import { TitleField } from "./title-field";
import { useArticleWriting } from "./use-article-writing";
import { useSaveKey } from "./use-save-key";

const BodyEditor = dynamic(() => import("./editor/body-editor"), {
  ssr: false,
  loading: () => <p className="wait">编辑器载入中…</p>,
});

type Props = Writing & {
  opening: Opening;
  mayWrite: boolean;
  /** The correction that one came to make. */
  begun: Begun | null;
  children: ReactNode;
};

/** Writes and edits one article: the text in the middle, everything else beside it. */
export function WritingDesk({
  id,
  me,
  article,
  outlets,
  may,
  lastActor,
  returned,
  worksHere,
  opening,
  mayWrite,
  begun,
  children,
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  const dialogs = { withdrawing: useRef<HTMLDialogElement>(null), returning: useRef<HTMLDialogElement>(null) };
  const writing = useArticleWriting({ id, userId: me.id, article, opening }, form);
  // The fields begin with what was opened; a refresh after a save must not write into them.
  const [opened] = useState(() => openedArticle(article, opening.fields));
  const { pending, saved, failure, keeper, state } = writing;
  const isDirty = state.seq !== state.savedSeq;
  const merge = useMerge(writing, form, id, outlets);
  useLeaveGuard(() => keeper.isAtRisk || (form.current !== null && hasUnsentCorrection(form.current)));
  useFocusFault(form, failure);

  const status = saved?.status ?? "draft";
  const isTrashed = status === "trashed";
  const editable = may.edit && !isTrashed && mayWrite;
  const publishable = may.publish && !isTrashed && status !== "published" && mayWrite;
  const submittable = may.submit && status === "draft" && mayWrite;
  const reviewable = publishable || (editable && !may.publish);
  const fields = failure?.fields ?? {};
  const publishing = usePublishing(writing, form, { outlets, mayOpen: reviewable, mayPublish: publishable });

  useSaveKey(() => {
    if (editable) writing.save();
  });

  /** The link's address is no part of the article. */
  function onInput({ target }: FormEvent) {
    if (target instanceof HTMLElement && target.getAttribute("name")) writing.touch();
  }

  /** Gives what the form held, so that it can be taken back. */
  function discard() {
    const before = writing.read();
    writing.show(article ? fieldsOf(article) : EMPTY_FIELDS);
    keeper.discard(article?.version ?? 0);
    return before;
  }

  const buttons = (
    <>
      {editable && (
        <Button onClick={writing.save} pending={pending} look={status === "published" ? "main" : "plain"}>
          {status === "published" ? "更新" : "保存"}
        </Button>
      )}
      {publishable && (
        <Button look="main" onClick={publishing.open} pending={pending}>
          {status === "withdrawn" ? "重新发布" : "发布"}
        </Button>
      )}
      {reviewable && !publishable && <Button onClick={publishing.open}>检查</Button>}
      {submittable && !may.publish && (
        <Button look="main" onClick={writing.submit} pending={pending}>
          交审
        </Button>
      )}
    </>
  );

  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="wbar">
        {/* A full page load, so that the browser asks about text that is kept nowhere. */}
        <a className="ib" href="/admin/articles" aria-label="回到文章列表">
          <ChevronLeft className="icon" aria-hidden />
        </a>
        <SaveState
          keeper={state}
          saved={saved}
          savedAt={writing.savedAt}
          pending={pending}
          isConflict={failure?.code === "conflict"}
        />
        {saved && <WritingLinks id={saved.id} version={saved.version} withCluster={may.publish} />}
        <Others people={state.others} />
        <div className="wact">{buttons}</div>
      </header>
      <FailureStrip
        failure={failure}
        articleId={article?.id ?? saved?.id}
        form={form}
        body={writing.bodyHtml}
        pending={pending}
        onAgain={writing.again}
        onMerge={merge.open}
      />
      {failure?.code !== "conflict" && !failure?.isUnanswered && (
        <NewerStrip base={state.baseVersion} newest={state.newestVersion} isDirty={isDirty} onMerge={merge.open} />
      )}
      <TroubleStrip state={state} onInsist={() => keeper.insist()} />
      {returned && status === "draft" && <ReturnedStrip {...returned} />}
      {children}
      {editable && !writing.hasSaved && (
        <RecoveryStrip
          recovered={opening.recovered}
          alternative={opening.alternative}
          onDiscard={discard}
          onShow={writing.show}
        />
      )}
      <main id="main">
        <h1 className="sr">{article ? "改稿" : "写稿"}</h1>
        <form ref={form} className="write" onInput={onInput} onSubmit={(event) => event.preventDefault()}>
          <div className="sheet">
            <TitleField title={opened.title} editable={editable} fault={fields.title} />
            <BodyEditor
              read={() => writing.bodyHtml.current}
              editable={editable}
              fault={fields.bodyHtml}
              onChange={writing.changeBody}
              handOut={writing.handOut}
              onPaste={writing.keepPaste}
            />
          </div>
          <aside className="panel" id="panel" aria-label="发布设置">
            <StatusSection
              status={status}
              saved={saved}
              withdrawnReason={article?.withdrawnReason ?? null}
              lastActor={lastActor}
            >
              {!may.publish && !isTrashed && <WhyNot status={status} worksHere={worksHere} />}
              <StepActs
                kind={article?.kind ?? "story"}
                dialogs={dialogs}
                onReschedule={publishing.open}
                {...{ saved, may, mayWrite, pending, writing }}
              />
            </StatusSection>
            {editable && may.publish && status === "published" && <CorrectionSection begun={begun} faults={fields} />}
            <fieldset disabled={!editable}>
              <legend className="sr">文章设置</legend>
              <PanelFields article={opened} outlets={outlets} fields={fields} />
            </fieldset>
          </aside>
        </form>
      </main>
      <nav className="wfoot" aria-label="写稿">
        <a href="#panel">发布设置</a>
        <div className="pair">{buttons}</div>
      </nav>
      <StepDialogs {...dialogs} onWithdraw={writing.withdraw} onReturn={writing.giveBack} />
      {publishing.view}
      {merge.view}
    </>
  );
}
