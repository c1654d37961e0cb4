import { Search } from "lucide-react";
import type { RedirectParams } from "@/lib/redirects/params";

/** Finds by the beginning of the old address; a plain form, so it works before and without script. */
export function RedirectSearch({ state }: { state: RedirectParams }) {
  return (
    <search aria-label="查找重定向">
      <form className="filterbar" action="/admin/redirects">
        <label className="field-in">
          <Search className="icon" aria-hidden />
          <span className="sr">旧地址的开头</span>
          <input
            type="search"
            name="q"
            placeholder="旧地址的开头，如 /emnews/2021"
            defaultValue={state.q}
            maxLength={200}
          />
        </label>
        <button className="btn" type="submit">
          查找
        </button>
        {state.q && (
          <a className="btn quiet" href="/admin/redirects">
            清除
          </a>
        )}
      </form>
    </search>
  );
}
