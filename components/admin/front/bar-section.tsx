"use client";

import { useEffect, useRef, useState } from "react";
import { FailureNote } from "@/components/admin/people/failure-note";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import { clock } from "@/lib/dates";
import type { Slot } from "@/lib/front/arrangement";
import { BAR_KIND_NAMES, BAR_LENGTH, type Bar, barLength } from "@/lib/front/bar";
import { sayEnd, USUAL_BAR_MS } from "@/lib/front/ends";
import { type BarDraft, BarForm } from "./bar-form";
import { keptEnd, quickEnd } from "./end";
import { useBar } from "./use-bar";

type Props = { bar: Bar | null; gravest: Slot[]; barred: Slot | null; now: Date };

const blank = (now: Date, about?: Slot): BarDraft => ({
  kind: "breaking",
  text: about?.title ?? "",
  link: { articleId: about?.articleId ?? null, title: about?.title ?? "", to: "" },
  end: quickEnd("hours", now),
});
const draftOf = ({ kind, text, articleId, title, toPath, endsAt }: Bar): BarDraft => ({
  ...{ kind, text, end: keptEnd(endsAt) },
  link: { articleId, title: title ?? "", to: toPath ?? "" },
});

/** The line of breaking news: what is up, and what could be put up with one click. */
export function BarSection({ bar: published, gravest, barred, now }: Props) {
  const section = useRef<HTMLElement>(null);
  const hydrated = useHydrated();
  const { bar, pending, failure, clear, raise, lower } = useBar(published);
  const [draft, setDraft] = useState<BarDraft | null>(() => (barred ? blank(now, barred) : null));
  const isOpen = draft !== null;
  useEffect(() => {
    if (isOpen) section.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [isOpen]);

  function open(next: BarDraft) {
    clear();
    setDraft(next);
  }
  function close() {
    clear();
    setDraft(null);
    requestAnimationFrame(() => section.current?.querySelector<HTMLElement>("[data-open]")?.focus());
  }
  async function send(endsAt: string) {
    if (!draft) return;
    const { kind, text, link } = draft;
    if (await raise({ kind, text, articleId: link.articleId, to: link.to, endsAt })) close();
  }
  /** A title that is too long for the line is shortened first. */
  function offer(flash: Slot) {
    if (barLength(flash.title) > BAR_LENGTH) return open(blank(now, flash));
    const endsAt = new Date(Date.now() + USUAL_BAR_MS).toISOString();
    void raise({ kind: "breaking", text: flash.title, articleId: flash.articleId, to: "", endsAt });
  }

  return (
    <section ref={section} className="bar-desk" aria-labelledby="bar-title">
      <div className="sect">
        <h2 id="bar-title">突发条</h2>
        <small>在首页和快讯页的最上面，到时间自己撤下</small>
      </div>
      {bar ? (
        <div className="bar-now">
          <p>
            <b className={`lv lv-${bar.kind === "breaking" ? 3 : 2}`}>{BAR_KIND_NAMES[bar.kind]}</b>
            <b>{bar.text}</b>
            <small>
              {bar.raisedBy} {clock(bar.startsAt)} 放上，至 {sayEnd(bar.endsAt, now)}
              {bar.title
                ? `，链到${bar.title === bar.text ? "原文" : `《${bar.title}》`}`
                : bar.toPath
                  ? `，链到 ${bar.toPath}`
                  : "，没有链接"}
            </small>
            {!bar.isPublic && <small className="slot-off">它链到的文章已经不公开，读者现在看不到突发条。</small>}
          </p>
          {!isOpen && (
            <p className="bar-acts">
              <Button data-open disabled={!hydrated} onClick={() => open(draftOf(bar))}>
                修改
              </Button>
              <Button look="danger" disabled={!hydrated} pending={pending} onClick={() => lower(bar.id)}>
                撤下
              </Button>
            </p>
          )}
        </div>
      ) : (
        !isOpen && (
          <p className="bar-none">
            <span>现在没有突发条。</span>
            <Button data-open disabled={!hydrated} onClick={() => open(blank(now))}>
              写一条
            </Button>
          </p>
        )
      )}
      {draft && (
        <BarForm
          draft={draft}
          now={now}
          replaces={bar !== null}
          pending={pending}
          failure={failure}
          onChange={open}
          onSend={send}
          onClose={close}
        />
      )}
      <FailureNote failure={failure} isLine />
      {!isOpen && gravest.length > 0 && (
        <ul className="gravest" aria-label="一天之内特别重要的快讯">
          {gravest.map((flash) => (
            <li key={flash.articleId}>
              <time dateTime={flash.publishAt}>{clock(flash.publishAt)}</time>
              <p>
                <b className="lv lv-3">特别重要</b>
                {flash.title}
              </p>
              <Button
                disabled={!hydrated}
                pending={pending}
                aria-label={`把“${flash.title}”放上突发条`}
                onClick={() => offer(flash)}
              >
                放上突发条
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
