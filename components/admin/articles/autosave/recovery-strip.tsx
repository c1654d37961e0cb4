"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { clock, shortDay } from "@/lib/dates";
import type { ArticleFields } from "@/lib/writing/fields";
import type { Candidate } from "./opening";

type Props = {
  recovered: Candidate | null;
  alternative: Candidate | null;
  /** Shows what is stored; gives what the form held before. */
  onDiscard: () => ArticleFields | null;
  onShow: (fields: ArticleFields) => void;
};

const when = (at: string) => {
  const isToday = shortDay(at) === shortDay(new Date());
  return isToday ? clock(at) : `${shortDay(at)} ${clock(at)}`;
};

/** Says that unsaved text came back, and lets go of it, and takes that back. */
export function RecoveryStrip({ recovered, alternative, onDiscard, onShow }: Props) {
  const [other, setOther] = useState(alternative);
  const [discarded, setDiscarded] = useState<ArticleFields | null>(null);
  const [isClosed, setClosed] = useState(false);

  return (
    <>
      {recovered && !isClosed && (
        <div className="strip quiet" role="status">
          <p>{discarded ? "已放弃改动，现在是存着的文字。" : `恢复了 ${when(recovered.savedAt)} 未保存的改动。`}</p>
          {discarded ? (
            <Button
              onClick={() => {
                onShow(discarded);
                setDiscarded(null);
              }}
            >
              撤销
            </Button>
          ) : (
            <Button onClick={() => setDiscarded(onDiscard())}>放弃改动</Button>
          )}
          <button className="linkish" type="button" onClick={() => setClosed(true)}>
            知道了
          </button>
        </div>
      )}
      {other && (
        <div className="strip quiet" role="status">
          <p>另有一份 {when(other.savedAt)} 的改动，和现在看到的不同。</p>
          <Button
            onClick={() => {
              onShow(other.fields);
              setOther(null);
            }}
          >
            换成那一份
          </Button>
          <button className="linkish" type="button" onClick={() => setOther(null)}>
            不要了
          </button>
        </div>
      )}
    </>
  );
}
