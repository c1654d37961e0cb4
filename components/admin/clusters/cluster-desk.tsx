"use client";

import { useRef } from "react";
import { useAnswer } from "@/components/admin/people/use-answer";
import { Button } from "@/components/ui/button";
import { mergeStories, splitStory } from "@/lib/clusters/actions";
import type { ClusterDesk as Desk } from "@/lib/clusters/loaders";
import { sayCluster, sayLikeness } from "@/lib/clusters/words";
import { longTime } from "@/lib/dates";
import { FindStory } from "./find-story";
import { StoryLine } from "./story-line";

type Props = Desk & { now: Date };

/** Who tells an article's story; taking somebody out, and putting somebody in. */
export function ClusterDesk({ article, mayMerge, members, apart, similar, now }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pending, send } = useAnswer();
  const outlets = new Set(members.map(({ categoryId }) => categoryId)).size;
  const isPublic = article.status === "published";

  /** The row that was pressed is gone afterwards: the focus goes where the change is seen. */
  const settle = (call: () => ReturnType<typeof splitStory>, done: string) => {
    heading.current?.focus();
    send(call, done);
  };
  const split = (id: string) => settle(() => splitStory({ id }), "已拆出，以后不会再自动归在一起");
  const merge = (withId: string) => settle(() => mergeStories({ id: article.id, withId }), "已合并，以后不会自动分开");

  return (
    <main id="main" className="rev same-desk">
      <h1>{article.title}</h1>
      <section aria-labelledby="told">
        <h2 id="told" ref={heading} tabIndex={-1}>
          {members.length > 0 ? `${sayCluster({ outlets, articles: members.length })}，在列表里只出现一次` : "独此一篇"}
        </h2>
        {members.length > 0 ? (
          <ol className="told">
            {members.map((line, n) => (
              <StoryLine key={line.id} line={line} now={now} own={line.id === article.id} note={n === 0 ? "最早" : ""}>
                {line.maySplit && (
                  <Button pending={pending} aria-label={`拆出《${line.title}》`} onClick={() => split(line.id)}>
                    拆出
                  </Button>
                )}
              </StoryLine>
            ))}
          </ol>
        ) : (
          <p className="hint">
            {isPublic ? "72 小时内没有别的媒体发过同一篇报道。" : "文章发布之后才与别的报道归在一起。"}
          </p>
        )}
      </section>
      {apart.length > 0 && (
        <section aria-labelledby="apart">
          <h2 id="apart">编辑已拆开</h2>
          <ol className="told">
            {apart.map((line) => (
              <StoryLine key={line.id} line={line} now={now} note={`${line.by} ${longTime(line.saidAt)}`}>
                {mayMerge && line.status === "published" && (
                  <Button pending={pending} aria-label={`与《${line.title}》并回`} onClick={() => merge(line.id)}>
                    并回
                  </Button>
                )}
              </StoryLine>
            ))}
          </ol>
        </section>
      )}
      {mayMerge && (
        <section aria-labelledby="merge">
          <h2 id="merge">合并到别的报道</h2>
          <FindStory
            now={now}
            pending={pending}
            onMerge={merge}
            without={[article.id, ...members.map(({ id }) => id)]}
            similar={similar.map((line) => ({ ...line, note: sayLikeness(line.score, line.why) }))}
          />
        </section>
      )}
      <p className="hint">
        自动归并看文字、数字、名称和证券，时间在 72 小时以内。编辑拆出或合并之后以编辑为准，改稿、重新导入都不再改变。
      </p>
    </main>
  );
}
