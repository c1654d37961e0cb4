"use client";

import { type RefObject, useState } from "react";
import { toast } from "sonner";
import type { Versions } from "@/lib/writing/beat";
import { editorOf } from "../article-form";
import type { useArticleWriting } from "../use-article-writing";
import { loadVersions } from "./load-versions";
import { MergeView } from "./merge-view";

type Writing = ReturnType<typeof useArticleWriting>;

/** From "somebody was first" to a text that both agree with, in the form and on the newest version. */
export function useMerge(
  writing: Writing,
  form: RefObject<HTMLFormElement | null>,
  articleId: string,
  outlets: { id: string; name: string }[],
) {
  const [versions, setVersions] = useState<Versions | null>(null);
  const { keeper } = writing;

  async function open() {
    const loaded = await loadVersions(articleId, keeper.state.baseVersion);
    if (loaded) setVersions(loaded);
    else toast.error("对方的版本没有取到，请再试一次");
  }

  const mine = versions && writing.read();
  const view = versions && mine && (
    <MergeView
      mine={mine}
      baseVersion={keeper.state.baseVersion}
      versions={versions}
      outlets={outlets}
      onCancel={() => setVersions(null)}
      onDone={(fields) => {
        // First the text, then its new base: kept the other way round, mine alone would pass for the merged text.
        writing.show(fields);
        keeper.rebase(versions.newest.version);
        writing.settle();
        setVersions(null);
        if (form.current) editorOf(form.current)?.commands.focus();
        toast.success("已合并，还没保存");
      }}
    />
  );
  return { open, view };
}
