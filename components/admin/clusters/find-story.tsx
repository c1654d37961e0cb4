"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { useCandidates } from "@/components/admin/front/use-candidates";
import { Button } from "@/components/ui/button";
import { StoryLine } from "./story-line";

type Line = { id: string; title: string; kind: string; outlet: string; at: string; note?: string };
type Props = {
  now: Date;
  pending: boolean;
  onMerge: (id: string) => void;
  /** Articles that are there already. */
  without: string[];
  /** What is shown until something is looked for. */
  similar: Line[];
};

/** Finds the article to merge with: what is like it, or what is found by words of its headline. */
export function FindStory({ now, pending, onMerge, without, similar }: Props) {
  const [words, setWords] = useState("");
  const { isAsked, isReady, found, hasFailed } = useCandidates(words, "any");
  const lines: Line[] = isAsked
    ? (found ?? []).map(({ articleId: id, title, kind, outlet, publishAt: at }) => ({ id, title, kind, outlet, at }))
    : similar;
  const shown = lines.filter(({ id }) => !without.includes(id));
  return (
    <>
      <div className="field-in">
        <Search className="icon" aria-hidden />
        <input
          type="search"
          aria-label="找已发布的文章"
          placeholder="标题里的词，找已发布的文章"
          value={words}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <p className="hint" role="status">
        {!isAsked
          ? similar.length > 0
            ? "下面是文字相近、没有归在一起的。"
            : "没有文字相近的文章，可以按标题找。"
          : hasFailed
            ? "服务器没有回答，请再试一次。"
            : !isReady
              ? "查找中…"
              : shown.length === 0
                ? "没有标题带这些词的已发布文章。少打几个字，或换一个词。"
                : `找到 ${shown.length} 篇，最新的在前。`}
      </p>
      <ol className="told" aria-busy={isAsked && !isReady}>
        {shown.map((line) => (
          <StoryLine key={line.id} line={line} now={now} note={line.note}>
            <Button pending={pending} aria-label={`与《${line.title}》合并`} onClick={() => onMerge(line.id)}>
              合并
            </Button>
          </StoryLine>
        ))}
      </ol>
    </>
  );
}
