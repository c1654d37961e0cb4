import { Search } from "lucide-react";
import { type OutletParams, outletsPath } from "@/lib/categories/params";

type Counts = { all: number; sound: number; empty: number; merged: number };
const VIEWS = [
  [undefined, "all", "全部"],
  ["sound", "sound", "同音"],
  ["empty", "empty", "没有报道"],
  ["merged", "merged", "已并入别处"],
] as const;

/** Which outlets are listed, and in what order; plain links and a plain form. */
export function OutletTools({ state, counts }: { state: OutletParams; counts: Counts }) {
  return (
    <>
      <nav className="views" aria-label="媒体的范围">
        {VIEWS.map(([view, key, label]) => (
          <a key={key} href={outletsPath({ ...state, view })} aria-current={state.view === view ? "page" : undefined}>
            {label} <b>{counts[key].toLocaleString("en")}</b>
          </a>
        ))}
      </nav>
      <search aria-label="查找媒体">
        <form className="filterbar" action="/admin/categories">
          <label className="field-in">
            <Search className="icon" aria-hidden />
            <span className="sr">名称、拼音或首字母</span>
            <input type="search" name="q" placeholder="名称、拼音或首字母" defaultValue={state.q} maxLength={100} />
          </label>
          {state.view && <input type="hidden" name="view" value={state.view} />}
          <select name="sort" aria-label="排序" defaultValue={state.sort ?? "pinyin"}>
            <option value="pinyin">按拼音</option>
            <option value="newest">按最近一篇</option>
            <option value="count">按篇数</option>
          </select>
          <button className="btn" type="submit">
            查找
          </button>
          {state.q && (
            <a className="btn quiet" href={outletsPath({ ...state, q: undefined })}>
              清除
            </a>
          )}
        </form>
      </search>
    </>
  );
}
