import { Search, SlidersHorizontal } from "lucide-react";
import { DESK_STATUSES, type DeskParams, NO_AUTHOR } from "@/lib/articles/desk-params";
import { FilterForm } from "./filter-form";
import { MoreFilters } from "./more-filters";
import { OutletSelect } from "./outlet-select";
import { STATUS_WORDS } from "./words";

type Named = { id: string; name: string };
export type FilterProps = { state: DeskParams; outlet: Named | null; authors: Named[] };

/** All state is in the address: links and a plain form, so that it works before and without script. */
export function Filters({ state, outlet, authors }: FilterProps) {
  return (
    <search aria-label="筛选文章">
      <FilterForm>
        <div className="filterbar">
          <label className="field-in">
            <Search className="icon" aria-hidden />
            <span className="sr">要找的词</span>
            <input type="search" name="q" placeholder="要找的词" defaultValue={state.q} maxLength={100} />
          </label>
          <select name="scope" aria-label="在哪里找" className="pill" defaultValue={state.scope ?? ""}>
            <option value="">在标题里找</option>
            <option value="text">在公开全文里找</option>
          </select>
          <select name="status" aria-label="状态" className="pill" defaultValue={state.status ?? ""}>
            <option value="">状态：除回收站外</option>
            {DESK_STATUSES.map((status) => (
              <option key={status} value={status}>
                {STATUS_WORDS[status]}
              </option>
            ))}
          </select>
          <OutletSelect chosen={outlet} />
          {authors.length > 0 && (
            <select name="author" aria-label="作者" className="pill" defaultValue={state.author ?? ""}>
              <option value="">全部作者</option>
              <option value={NO_AUTHOR}>来源导入</option>
              {authors.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
          <button className="btn" type="submit">
            筛选
          </button>
        </div>
        <details className="more-filters">
          <summary>
            <SlidersHorizontal className="icon" aria-hidden />
            更多条件、排序与栏目
          </summary>
          <MoreFilters state={state} />
        </details>
      </FilterForm>
    </search>
  );
}
