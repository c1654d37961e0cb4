"use client";

import { useEffect, useId, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "@/components/ui/button";
import { startBulk } from "@/lib/bulk/actions";
import type { Act, Selection, StartInput } from "@/lib/bulk/validation";
import { ACT_NOTES, ACT_WORDS } from "./act-words";
import { PlanReport } from "./plan-report";
import { usePlan } from "./use-plan";
import { type Wishes, WishFields, wishOf } from "./wish-fields";

type Props = { act: Act; selection: Selection; onClose: () => void; onStarted: (id: string) => void };

const NO_WISHES: Wishes = { reason: "", categoryId: "", tags: "" };

/** Whether everything is said that the act needs. */
const isSaid = (act: Act, { reason, categoryId, tags }: ReturnType<typeof wishOf>) =>
  (act !== "unpublish" || reason !== "") && (act !== "recategorise" || categoryId) && (act !== "tag" || tags);

/** Says how many articles will change and why others will not, before it begins. */
export function BulkDialog({ act, selection, onClose, onStarted }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // The same act sent again, because its answer was lost, is done once.
  const [id] = useState(() => uuidv7());
  const [wishes, setWishes] = useState(NO_WISHES);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const wish = wishOf(wishes);
  const {
    plan,
    fault: planFault,
    isCurrent,
  } = usePlan({
    act,
    selection,
    categoryId: wish.categoryId,
    tags: wish.tags,
  });
  useEffect(() => dialog.current?.showModal(), []);
  const count = isCurrent && plan ? plan.ready.length : 0;
  const words = ACT_WORDS[act];

  async function start() {
    if (pending || count === 0 || !plan || !isSaid(act, wish)) return;
    setPending(true);
    const input = { ...wish, act, id, items: plan.ready } as StartInput;
    const answer = await startBulk(input).catch(() => null);
    setPending(false);
    if (!answer?.ok) return setFault(answer?.message ?? "服务器没有回答，请再按一次；已经开始的不会做两遍");
    dialog.current?.close();
    onStarted(id);
  }

  return (
    <dialog ref={dialog} className="desk-ask" aria-labelledby={titleId} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <h2 id={titleId}>批量{words.confirm}</h2>
        <PlanReport act={act} plan={plan} isCurrent={isCurrent} />
        <WishFields act={act} wishes={wishes} onChange={setWishes} />
        <p className="hint">{ACT_NOTES[act]}</p>
        <p className="fault" role="alert">
          {fault ?? planFault}
        </p>
        <div className="acts">
          <Button look="main" type="submit" pending={pending} disabled={count === 0 || !isSaid(act, wish)}>
            {pending ? "请稍候…" : `${words.confirm}${count > 0 ? ` ${count} 篇` : ""}`}
          </Button>
          <Button onClick={() => dialog.current?.close()}>取消</Button>
        </div>
      </form>
    </dialog>
  );
}
