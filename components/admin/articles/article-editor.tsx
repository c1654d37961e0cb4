"use client";

import { ChevronLeft } from "lucide-react";
import dynamic from "next/dynamic";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { PublishDialog } from "@/components/admin/articles/publish/publish-dialog";
import { goToPlace, type PublishFields, writeField } from "@/components/admin/articles/publish/publish-fields";
import { StatusSection } from "@/components/admin/articles/status-section";
import { WritingLinks } from "@/components/admin/revisions/writing-links";
import { Button } from "@/components/ui/button";
import { useFocusFault } from "@/components/ui/use-focus-fault";
import type { DeskArticle } from "@/lib/articles/desk-loaders";
import { clock } from "@/lib/dates";
import { readArticleForm } from "./article-form";
import { FailureStrip } from "./failure-strip";
import { PanelFields } from "./panel-fields";
import { useArticleWriting } from "./use-article-writing";
import { useLeaveGuard } from "./use-leave-guard";
import { WithdrawDialog } from "./withdraw-dialog";

const BodyEditor = dynamic(() => import("./editor/body-editor"), {
  ssr: false,
  loading: () => <p className="wait">编辑器载入中…</p>,
});

type Props = Omit<DeskArticle, "article"> & { article: DeskArticle["article"] | null };

/** Writes and edits one article: the text in the middle, everything else beside it. */
export function ArticleEditor({ article, outlets, may, lastActor }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const writing = useArticleWriting(article, form);
  // The fields begin with what was opened; a refresh after a save must not write into them.
  const [opened] = useState(article);
  /** What the publishing dialog shows while it is open. */
  const [publishing, setPublishing] = useState<PublishFields | null>(null);
  const { pending, saved, dirty, failure } = writing;
  useLeaveGuard(dirty);
  useFocusFault(form, failure);

  const status = saved?.status ?? "draft";
  const isTrashed = status === "trashed";
  const editable = may.edit && !isTrashed && !writing.leaving;
  const publishable = may.publish && !isTrashed && status !== "published";
  const fields = failure?.fields ?? {};
  const reviewable = publishable || (editable && !may.publish);
  const openPublishing = () => {
    if (form.current) setPublishing(readArticleForm(form.current, writing.bodyHtml.current));
  };

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey)) return;
    // Before the text hears of it, which would begin a new line.
    if (event.key === "Enter" && !event.repeat && reviewable) {
      event.preventDefault();
      event.stopPropagation();
      openPublishing();
    }
    if (event.key !== "s") return;
    event.preventDefault();
    if (editable && !pending) writing.save();
  }

  /** The link's address is no part of the article. */
  function onInput({ target }: FormEvent) {
    const name = target instanceof HTMLElement && target.getAttribute("name");
    if (name) writing.touch();
  }

  const buttons = (
    <>
      {editable && (
        <Button onClick={writing.save} pending={pending}>
          保存
        </Button>
      )}
      {publishable && (
        <Button look="main" onClick={openPublishing} pending={pending}>
          {status === "withdrawn" ? "重新发布" : "发布"}
        </Button>
      )}
      {reviewable && !publishable && <Button onClick={openPublishing}>检查</Button>}
    </>
  );

  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="wbar" onKeyDownCapture={onKeyDown}>
        {/* A full page load, so that the browser asks about unsaved text. */}
        <a className="ib" href="/admin/articles" aria-label="回到文章列表">
          <ChevronLeft className="icon" aria-hidden />
        </a>
        <p className="save" role="status">
          <b className={dirty || !saved ? "open" : undefined}>
            {pending
              ? "请稍候…"
              : dirty
                ? "有未保存的改动"
                : writing.savedAt
                  ? `已保存 ${clock(writing.savedAt)}`
                  : "新稿"}
          </b>
        </p>
        {saved && <WritingLinks id={saved.id} version={saved.version} />}
        <div className="wact">{buttons}</div>
      </header>
      <FailureStrip failure={failure} articleId={saved?.id} form={form} body={writing.bodyHtml} />
      <main id="main" onKeyDownCapture={onKeyDown}>
        <h1 className="sr">{article ? "改稿" : "写稿"}</h1>
        <form ref={form} className="write" onInput={onInput} onSubmit={(event) => event.preventDefault()}>
          <div className="sheet">
            <label className="sr" htmlFor="f-title">
              标题
            </label>
            <textarea
              id="f-title"
              name="title"
              className="title"
              rows={2}
              placeholder="标题"
              defaultValue={opened?.title}
              readOnly={!editable}
              aria-invalid={fields.title ? true : undefined}
              aria-describedby={fields.title ? "f-title-fault" : undefined}
            />
            {fields.title && (
              <p className="fault" id="f-title-fault">
                {fields.title}
              </p>
            )}
            <BodyEditor
              html={opened?.bodyHtml ?? ""}
              editable={editable}
              fault={fields.bodyHtml}
              onChange={writing.changeBody}
            />
          </div>
          <aside className="panel" id="panel" aria-label="发布设置">
            <StatusSection
              status={status}
              saved={saved}
              withdrawnReason={article?.withdrawnReason ?? null}
              lastActor={lastActor}
            >
              {!may.publish && !isTrashed && <p className="hint">发布由编辑完成。</p>}
              <div className="acts">
                {may.unpublish && status === "published" && (
                  <Button pending={pending} onClick={() => dialog.current?.showModal()}>
                    撤回
                  </Button>
                )}
                {may.unpublish && status === "scheduled" && (
                  <>
                    <Button pending={pending} onClick={openPublishing}>
                      改时间
                    </Button>
                    <Button pending={pending} onClick={writing.unschedule}>
                      取消定时
                    </Button>
                  </>
                )}
                {may.trash && saved && !isTrashed && (
                  <Button look="danger" pending={pending} onClick={writing.trash}>
                    移到回收站
                  </Button>
                )}
                {may.restore && isTrashed && (
                  <Button pending={pending} onClick={writing.restore}>
                    恢复
                  </Button>
                )}
              </div>
            </StatusSection>
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
      <WithdrawDialog ref={dialog} onConfirm={writing.withdraw} />
      {publishing && (
        <PublishDialog
          article={{ id: saved?.id ?? null, status, publishAt: saved?.publishAt ?? null }}
          fields={publishing}
          outlets={outlets}
          mayPublish={publishable}
          pending={pending}
          failure={failure}
          onChange={(field, text) => {
            if (form.current) writeField(form.current, field, text);
            writing.touch();
          }}
          onPublish={writing.publish}
          onGo={(place) => form.current && goToPlace(form.current, place)}
          onClose={() => setPublishing(null)}
        />
      )}
    </>
  );
}
