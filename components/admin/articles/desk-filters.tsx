import { Plus, Search } from "lucide-react";
import { type DeskParams, type DeskStatus, deskPath } from "@/lib/articles/desk-params";

const VIEWS: [DeskStatus | "", string][] = [
  ["", "全部"],
  ["draft", "草稿"],
  ["scheduled", "定时"],
  ["published", "已发布"],
  ["withdrawn", "已撤回"],
  ["trashed", "回收站"],
];

/** All state is in the address: links and a plain form, so it works before and without script. */
export function DeskFilters({ state, outlets }: { state: DeskParams; outlets: { id: string; name: string }[] }) {
  return (
    <>
      <header className="top">
        <h1>文章</h1>
        <div className="top-act">
          <a className="btn btn-main" href="/admin/articles/new">
            <Plus className="icon" aria-hidden />
            写稿
          </a>
        </div>
      </header>
      <nav className="views" aria-label="状态">
        {VIEWS.map(([status, name]) => (
          <a
            key={status}
            href={deskPath(state, { status })}
            aria-current={(state.status ?? "") === status ? "page" : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <search aria-label="筛选文章">
        <form className="filterbar" action="/admin/articles">
          {state.status && <input type="hidden" name="status" value={state.status} />}
          <label className="field-in">
            <Search className="icon" aria-hidden />
            <span className="sr">标题中的词</span>
            <input type="search" name="q" placeholder="标题中的词" defaultValue={state.q} maxLength={100} />
          </label>
          <select name="category" aria-label="媒体" defaultValue={state.category ?? ""}>
            <option value="">全部媒体</option>
            {outlets.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select name="kind" aria-label="类型" defaultValue={state.kind ?? ""}>
            <option value="">全部类型</option>
            <option value="story">报道</option>
            <option value="flash">快讯</option>
          </select>
          <button className="btn" type="submit">
            筛选
          </button>
          {(state.q || state.category || state.kind) && (
            <a className="btn quiet" href={deskPath({ status: state.status })}>
              清除
            </a>
          )}
        </form>
      </search>
    </>
  );
}
