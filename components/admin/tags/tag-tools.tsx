import { Search } from "lucide-react";
import { type TagParams, tagsPath } from "@/lib/tags/params";

const VIEWS = [
  [undefined, "全部"],
  ["same", "地址相同"],
  ["merged", "已并入别处"],
] as const;

/** Which tags are listed, and in what order; plain links and a plain form. */
export function TagTools({ state }: { state: TagParams }) {
  return (
    <>
      <nav className="views" aria-label="标签的范围">
        {VIEWS.map(([view, label]) => (
          <a key={label} href={tagsPath({ ...state, view })} aria-current={state.view === view ? "page" : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <search aria-label="查找标签">
        <form className="filterbar" action="/admin/tags">
          <label className="field-in">
            <Search className="icon" aria-hidden />
            <span className="sr">标签里的字</span>
            <input type="search" name="q" placeholder="标签里的字" defaultValue={state.q} maxLength={100} />
          </label>
          {state.view && <input type="hidden" name="view" value={state.view} />}
          <select name="sort" aria-label="排序" defaultValue={state.sort ?? "name"}>
            <option value="name">按地址</option>
            <option value="newest">新建的在前</option>
          </select>
          <button className="btn" type="submit">
            查找
          </button>
          {state.q && (
            <a className="btn quiet" href={tagsPath({ ...state, q: undefined })}>
              清除
            </a>
          )}
        </form>
      </search>
    </>
  );
}
