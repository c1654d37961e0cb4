import { Search } from "lucide-react";
import { type MediaParams, type MediaView, mediaLibraryPath } from "@/lib/media/params";

const VIEWS: [MediaView | undefined, string][] = [
  [undefined, "全部"],
  ["unused", "没用过的"],
  ["unready", "处理中与失败"],
  ["expired", "版权到期"],
];

/** All state is in the address: links and a plain form, so it works before and without script. */
export function MediaFilters({ state }: { state: MediaParams }) {
  return (
    <>
      <nav className="views" aria-label="筛选">
        {VIEWS.map(([view, name]) => (
          <a
            key={name}
            href={mediaLibraryPath({ q: state.q }, { view })}
            aria-current={state.view === view ? "page" : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <search aria-label="查找图片">
        <form className="filterbar" action="/admin/media">
          {state.view && <input type="hidden" name="view" value={state.view} />}
          <label className="field-in">
            <Search className="icon" aria-hidden />
            <span className="sr">名称、替代文字或图注中的词</span>
            <input type="search" name="q" placeholder="名称、替代文字、图注" defaultValue={state.q} maxLength={100} />
          </label>
          <button className="btn" type="submit">
            查找
          </button>
          {state.q && (
            <a className="btn quiet" href={mediaLibraryPath({ view: state.view })}>
              清除
            </a>
          )}
        </form>
      </search>
    </>
  );
}
