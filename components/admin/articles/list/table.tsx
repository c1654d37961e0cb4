import { Pager } from "@/components/ui/pager";
import type { DeskItem } from "@/lib/articles/desk-loaders";
import { type DeskParams, deskPath, isFiltered } from "@/lib/articles/desk-params";
import { Head } from "./head";
import { Row } from "./row";
import { sayOrder } from "./words";

/** What would be here, why it is not, and one thing to do. */
function Nothing({ state }: { state: DeskParams }) {
  const { status, after, before } = state;
  if (after || before) {
    return (
      <p className="none">
        这一页没有文章了。<a href={deskPath(state)}>回到第一页</a>
      </p>
    );
  }
  if (isFiltered(state)) {
    return (
      <p className="none">
        没有符合这些条件的文章。<a href={deskPath({ status })}>去掉筛选</a>
      </p>
    );
  }
  if (status === "trashed") return <p className="none">回收站是空的。</p>;
  return (
    <p className="none">
      这里还没有文章。<a href="/admin/articles/new">写一篇</a>
    </p>
  );
}

type Props = { state: DeskParams; items: DeskItem[]; newer: string | null; older: string | null; now: string };

export function DeskTable({ state, items, newer, older, now }: Props) {
  if (items.length === 0) return <Nothing state={state} />;
  return (
    <>
      <table className={state.cols.length > 5 ? "grid desk-grid is-wide" : "grid desk-grid"}>
        <caption className="sr">文章，{sayOrder(state)}</caption>
        <thead>
          <Head state={state} />
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} state={state} now={now} />
          ))}
        </tbody>
      </table>
      <Pager newer={newer} older={older} isByTime={state.sort !== "length" && !state.order} middle={sayOrder(state)} />
    </>
  );
}
