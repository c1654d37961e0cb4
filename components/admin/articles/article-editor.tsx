"use client";

import { ChevronLeft } from "lucide-react";
import dynamic from "next/dynamic";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { Status } from "@/components/admin/articles/status";
import { Field } from "@/components/ui/field";
import type { DeskArticle } from "@/lib/articles/desk-loaders";
import { clock, longTime } from "@/lib/dates";
import { articlePath } from "@/lib/urls";
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
  const when = useRef<HTMLInputElement>(null);
  const writing = useArticleWriting(article, form);
  // The fields begin with what was opened; a refresh after a save must not write into them.
  const [opened] = useState(article);
  const { pending, saved, dirty, failure } = writing;
  useLeaveGuard(dirty);

  const status = saved?.status ?? "draft";
  const isTrashed = status === "trashed";
  const editable = may.edit && !isTrashed && !writing.leaving;
  const publishable = may.publish && !isTrashed && status !== "published";
  const fields = failure?.fields ?? {};
  const publish = () => writing.publish(when.current?.value ?? "");
  const publishWord = status === "scheduled" ? "改发布时间" : status === "withdrawn" ? "重新发布" : "发布";

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    if (editable && !pending) writing.save();
  }

  /** The time of publication and the link's address are no part of the article. */
  function onInput({ target }: FormEvent) {
    const name = target instanceof HTMLElement && target.getAttribute("name");
    if (name && name !== "publishAt") writing.touch();
  }

  const buttons = (
    <>
      {editable && (
        <button className="btn" type="button" onClick={writing.save} disabled={pending}>
          保存
        </button>
      )}
      {publishable && (
        <button className="btn btn-main" type="button" onClick={publish} disabled={pending}>
          {publishWord}
        </button>
      )}
    </>
  );

  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="wbar">
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
          {saved && <span>第 {saved.version} 版</span>}
        </p>
        <div className="wact">{buttons}</div>
      </header>
      <FailureStrip failure={failure} articleId={saved?.id} form={form} body={writing.bodyHtml} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: Ctrl+S anywhere in the form saves */}
      <main id="main" onKeyDown={onKeyDown}>
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
            <section>
              <h2>状态</h2>
              <div className="line">
                <Status status={status} />
                {status === "published" && saved && (
                  <a className="btn quiet" href={articlePath(saved.slug)} target="_blank" rel="noopener">
                    看页面
                  </a>
                )}
              </div>
              {saved?.publishAt && <p className="hint">发布时间：{longTime(saved.publishAt)}（北京时间）</p>}
              {status === "withdrawn" && article?.withdrawnReason && (
                <p className="hint">撤回原因：{article.withdrawnReason}</p>
              )}
              {lastActor && <p className="hint">上次修改：{lastActor}</p>}
              {publishable && (
                <Field name="publishAt" label="发布时间" note="北京时间" fault={fields.publishAt}>
                  {(control) => (
                    <input {...control} ref={when} placeholder="留空即刻，或 2026-11-24 09:20" autoComplete="off" />
                  )}
                </Field>
              )}
              {!may.publish && !isTrashed && <p className="hint">发布由编辑完成。</p>}
              <div className="acts">
                {may.unpublish && (status === "published" || status === "scheduled") && (
                  <button className="btn" type="button" disabled={pending} onClick={() => dialog.current?.showModal()}>
                    {status === "published" ? "撤回" : "取消定时"}
                  </button>
                )}
                {may.trash && saved && !isTrashed && (
                  <button className="btn btn-danger" type="button" disabled={pending} onClick={writing.trash}>
                    移到回收站
                  </button>
                )}
                {may.restore && isTrashed && (
                  <button className="btn" type="button" disabled={pending} onClick={writing.restore}>
                    恢复
                  </button>
                )}
              </div>
            </section>
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
    </>
  );
}
