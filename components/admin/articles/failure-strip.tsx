"use client";

import type { RefObject } from "react";
import { toast } from "sonner";
import { SignInAgain } from "@/components/admin/articles/sign-in-again";
import { Button } from "@/components/ui/button";
import type { Trouble } from "./unanswered";

type Props = {
  failure: Trouble | null;
  articleId: string | undefined;
  form: RefObject<HTMLFormElement | null>;
  body: RefObject<string>;
  pending: boolean;
  onAgain: () => void;
  onMerge: () => void;
};

/** Says what went wrong. After a conflict the writer's own text stays in the form, and both can be merged. */
export function FailureStrip({ failure, articleId, form, body, pending, onAgain, onMerge }: Props) {
  if (!failure) return null;
  const isConflict = failure.code === "conflict";

  async function copy() {
    const title = form.current?.elements.namedItem("title");
    const html = `<h2>${title instanceof HTMLTextAreaElement ? title.value : ""}</h2>${body.current}`;
    const { body: page } = new DOMParser().parseFromString(html.replace(/<\/(p|h2|h3|li|tr)>/g, "$&\n"), "text/html");
    await navigator.clipboard.writeText(page.textContent ?? "");
    toast.success("已复制你的文字");
  }

  return (
    <div className={isConflict ? "strip" : "strip bad"} role="alert">
      <p>
        {failure.message}
        {isConflict && "，都还在下面。"}
      </p>
      {isConflict && articleId && (
        <>
          <Button look="main" onClick={onMerge}>
            对照合并
          </Button>
          <button className="btn" type="button" onClick={copy}>
            复制我的文字
          </button>
          <a href={`/admin/articles/${articleId}`} target="_blank" rel="noopener">
            在新标签页打开现在的版本
          </a>
        </>
      )}
      {failure.isUnanswered && (
        <Button look="main" pending={pending} onClick={onAgain}>
          {pending ? "请稍候…" : "再试一次"}
        </Button>
      )}
      {failure.code === "unauthenticated" && <SignInAgain />}
    </div>
  );
}
