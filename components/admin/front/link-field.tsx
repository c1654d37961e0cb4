"use client";

import { X } from "lucide-react";
import { useRef } from "react";
import { Field } from "@/components/ui/field";
import { useCandidates } from "./use-candidates";

const MOST = 5;
export type BarLink = { articleId: string | null; title: string; to: string };

type Props = { link: BarLink; fault: string | undefined; onChange: (link: BarLink) => void };

/** Where the line leads to: an article found by words of its title, an address of this site, or nowhere. */
export function LinkField({ link, fault, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isAddress = /^(\/|https?:)/i.test(link.to.trim());
  const { found, isReady, isAsked } = useCandidates(isAddress || link.articleId ? "" : link.to, "any");
  const focus = (selector: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus());
  if (link.articleId)
    return (
      <div className="field bar-link" ref={box}>
        <span className="bar-link-label">链接</span>
        <p className="bar-link-to">
          <span>《{link.title}》</span>
          <button
            type="button"
            className="ib"
            aria-label={`不链到《${link.title}》`}
            onClick={() => {
              onChange({ articleId: null, title: "", to: "" });
              focus("input");
            }}
          >
            <X className="icon" aria-hidden />
          </button>
        </p>
        {fault && <p className="fault">{fault}</p>}
      </div>
    );
  return (
    <div className="bar-link" ref={box}>
      <Field name="to" label="链接" note="文章标题里的词，或本站地址；可以不填" fault={fault}>
        {(control) => (
          <input
            {...control}
            value={link.to}
            maxLength={500}
            autoComplete="off"
            onChange={({ target }) => onChange({ articleId: null, title: "", to: target.value })}
          />
        )}
      </Field>
      {isAsked && isReady && found?.length === 0 && <p className="hint">没有标题带这些词的已发布文章。</p>}
      {found && found.length > 0 && (
        <ul className="bar-found" aria-label="链到哪一篇">
          {found.slice(0, MOST).map(({ articleId, title, outlet, kind }) => (
            <li key={articleId}>
              <button
                type="button"
                onClick={() => {
                  onChange({ articleId, title, to: "" });
                  focus("button");
                }}
              >
                {title}
                <small>
                  {kind === "flash" ? "快讯　" : ""}
                  {outlet}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
