import { Fragment } from "react";
import { ActProgress } from "@/components/admin/taxonomy/act-progress";
import { UndoAct } from "@/components/admin/taxonomy/undo-act";
import { beijingIso, recentTime } from "@/lib/dates";
import type { ActLine } from "@/lib/taxonomy/report";

type Act = ActLine & { mayUndo: boolean };
const PATHS = { category: "/admin/categories", tag: "/admin/tags" };

const plain = ({ kind, retires, from, to, articles }: Act) => {
  const names = to.map(({ name }) => `「${name}」`).join("、");
  if (kind === "merge") return `「${from.name}」并入${names}`;
  return retires
    ? `「${from.name}」拆成${names}`
    : `从「${from.name}」移 ${articles.toLocaleString("en")} 篇到${names}`;
};

function Sentence({ act: { kind, subject, retires, from, to } }: { act: Act }) {
  const link = ({ id, name }: { id: string; name: string }) => <a href={`${PATHS[subject]}/${id}`}>{name}</a>;
  return (
    <>
      {kind === "split" && !retires && "从 "}
      {link(from)}
      {kind === "merge" ? " 并入 " : retires ? " 拆成 " : " 移到 "}
      {to.map((target, index) => (
        <Fragment key={target.id}>
          {index > 0 && "、"}
          {link(target)}
        </Fragment>
      ))}
    </>
  );
}

/** Merges and splits, each with who did it, how far it is, and the way back. */
export function ActList({ acts, now }: { acts: Act[]; now: string }) {
  return (
    <ul className="acts-list">
      {acts.map((act) => (
        <li key={act.id} className={act.undoneAt ? "is-undone" : undefined}>
          <p>
            <span className="act-what">
              <Sentence act={act} />
            </span>
            <small>
              {act.articles.toLocaleString("en")} 篇 · {act.actorName} ·{" "}
              <time dateTime={beijingIso(act.createdAt)}>{recentTime(act.createdAt, now)}</time>
              {act.undoneAt && ` · 已由 ${act.undoneBy} 撤销，${recentTime(act.undoneAt, now)}`}
            </small>
          </p>
          {act.mayUndo && <UndoAct id={act.id} what={plain(act)} isMerge={act.kind === "merge"} />}
          {act.isUnderWay && <ActProgress key={act.undoneAt ? "back" : "there"} id={act.id} />}
        </li>
      ))}
    </ul>
  );
}
