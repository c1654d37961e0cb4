import { Search } from "lucide-react";
import { type SecurityParams, securitiesPath } from "@/lib/securities/params";

const VIEWS = [
  [undefined, "全部"],
  ["named", "有别名"],
  ["ambiguous", "易混"],
  ["edited", "改动过"],
  ["refused", "有被拒的链接"],
] as const;

/** Which securities are listed; plain links and a plain form. */
export function SecurityTools({ state }: { state: SecurityParams }) {
  return (
    <>
      <nav className="views" aria-label="证券的范围">
        {VIEWS.map(([view, label]) => (
          <a
            key={label}
            href={securitiesPath({ ...state, view })}
            aria-current={state.view === view ? "page" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <search aria-label="查找证券">
        <form className="filterbar" action="/admin/securities">
          <label className="field-in">
            <Search className="icon" aria-hidden />
            <span className="sr">名称、代码或拼音</span>
            <input type="search" name="q" placeholder="名称、代码或拼音" defaultValue={state.q} maxLength={40} />
          </label>
          {state.view && <input type="hidden" name="view" value={state.view} />}
          <button className="btn" type="submit">
            查找
          </button>
          {state.q && (
            <a className="btn quiet" href={securitiesPath({ ...state, q: undefined })}>
              清除
            </a>
          )}
        </form>
      </search>
    </>
  );
}
