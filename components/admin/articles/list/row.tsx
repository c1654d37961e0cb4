import type { ReactNode } from "react";
import { Status } from "@/components/admin/articles/status";
import type { DeskItem } from "@/lib/articles/desk-loaders";
import type { DeskColumn, DeskParams } from "@/lib/articles/desk-params";
import { beijingIso, recentTime } from "@/lib/dates";
import { widthOf } from "./columns";
import { LEVEL_WORDS, TIME_WORDS } from "./words";

type Times = { updated: string; published: string | null; created: string };

function Time({ at, now }: { at: string | null; now: string }) {
  return at === null ? <>–</> : <time dateTime={beijingIso(at)}>{recentTime(at, now)}</time>;
}

/** What stands in each column of a row. */
function cellsOf({ item, state, now }: RowProps): Record<DeskColumn, ReactNode> {
  const times = timesOf(item);
  return {
    status: (
      <>
        <Status status={item.status} />
        {item.status === "scheduled" && item.publishAt && !state.cols.includes("published") && (
          <small> {recentTime(item.publishAt, now)}</small>
        )}
      </>
    ),
    outlet: item.categoryName,
    author: item.authorName ?? "来源导入",
    level: LEVEL_WORDS[item.level as keyof typeof LEVEL_WORDS],
    words: item.wordCount.toLocaleString("en-US"),
    published: <Time at={times.published} now={now} />,
    updated: <Time at={times.updated} now={now} />,
    created: <Time at={times.created} now={now} />,
  };
}

const timesOf = ({ updatedAt, publishAt, createdAt }: DeskItem): Times => ({
  updated: updatedAt,
  published: publishAt,
  created: createdAt,
});

/** Under the title on a phone: the time is the one that the list is sorted by, and is named where that is not the usual. */
function Sub(props: RowProps) {
  const { item, state } = props;
  const cells = cellsOf(props);
  const by = state.sort === "length" ? "updated" : state.sort;
  return (
    <span className="sub">
      {cells.status}
      {item.level > 1 && <span>{cells.level}</span>}
      <span>{cells.outlet}</span>
      <span>
        {by !== "updated" && `${TIME_WORDS[by]} `}
        {cells[by]}
      </span>
    </span>
  );
}

type RowProps = { item: DeskItem; state: DeskParams; now: string };

export function Row(props: RowProps) {
  const { item, state } = props;
  const cells = cellsOf(props);
  return (
    <tr>
      <td className="c-check">
        <label>
          <input type="checkbox" name="row" value={item.id} autoComplete="off" aria-label={`选中《${item.title}》`} />
        </label>
      </td>
      <th scope="row">
        <a href={`/admin/articles/${item.id}`}>{item.title}</a>
        {item.kind === "flash" && <small className="kind">快讯</small>}
        <Sub {...props} />
      </th>
      {state.cols.map((column) => (
        <td key={column} className={widthOf(column)}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}
