import { ArrowDown, ArrowUp } from "lucide-react";
import { type DeskColumn, type DeskParams, type DeskSort, deskPath } from "@/lib/articles/desk-params";
import { widthOf } from "./columns";
import { COLUMN_WORDS } from "./words";

const SORTED_BY: Partial<Record<DeskColumn, DeskSort>> = {
  published: "published",
  updated: "updated",
  created: "created",
};

/** A heading that sorts: first the newest, pressed again the oldest. */
function Sorting({ state, sort, words }: { state: DeskParams; sort: DeskSort; words: string }) {
  const isIt = state.sort === sort;
  const Arrow = state.order === "asc" ? ArrowUp : ArrowDown;
  return (
    <a href={deskPath(state, { sort, order: isIt && state.order !== "asc" ? "asc" : undefined })}>
      {words}
      {isIt ? <Arrow className="icon" aria-hidden /> : <span className="sr">，按此排序</span>}
    </a>
  );
}

export function Head({ state }: { state: DeskParams }) {
  const direction = state.order === "asc" ? "ascending" : "descending";
  return (
    <tr>
      <th className="c-check">
        <input type="checkbox" name="all" aria-label="全选本页" autoComplete="off" />
      </th>
      <th scope="col" aria-sort={state.sort === "length" ? direction : undefined}>
        标题
      </th>
      {state.cols.map((column) => {
        const sort = SORTED_BY[column];
        return (
          <th
            key={column}
            scope="col"
            className={widthOf(column)}
            aria-sort={sort && sort === state.sort ? direction : undefined}
          >
            {sort ? <Sorting state={state} sort={sort} words={COLUMN_WORDS[column]} /> : COLUMN_WORDS[column]}
          </th>
        );
      })}
    </tr>
  );
}
