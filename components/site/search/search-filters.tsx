import { isFiltered, type SearchParams, searchHref } from "@/lib/search/filters";
import type { SearchPage } from "@/lib/search/find-page";
import { searchPath } from "@/lib/urls";

const KINDS = [
  ["", "全部"],
  ["story", "报道"],
  ["flash", "快讯"],
] as const;
const SPANS = [
  ["", "不限"],
  ["day", "近一天"],
  ["week", "近一周"],
  ["month", "近一月"],
  ["year", "近一年"],
] as const;
const LEVELS = [
  ["2", "重要"],
  ["3", "特别重要"],
] as const;

type Props = Pick<SearchPage, "params" | "outlets" | "security">;

/** What narrows the result down, as a form. */
export function SearchFilters({ params, outlets, security }: Props) {
  const { q, kind, when, from, to, outlet, level, stock, sort } = params;
  return (
    <form className="filters" action={searchPath} aria-label="筛选">
      <input type="hidden" name="q" value={q} />
      {sort === "best" && <input type="hidden" name="sort" value={sort} />}
      <fieldset>
        <legend>类型</legend>
        {KINDS.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="kind" value={value} defaultChecked={(kind ?? "") === value} /> {label}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>时间</legend>
        {SPANS.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name="when" value={value} defaultChecked={(when ?? "") === value} /> {label}
          </label>
        ))}
        <div className="dates">
          <label>
            <span>从</span>
            <input type="date" name="from" defaultValue={from} />
          </label>
          <label>
            <span>到</span>
            <input type="date" name="to" defaultValue={to} />
          </label>
        </div>
      </fieldset>
      {security && (
        <fieldset>
          <legend>证券</legend>
          <label>
            <input type="checkbox" name="stock" value={security.symbol} defaultChecked={stock !== undefined} />
            只看提到{security.name}的
          </label>
        </fieldset>
      )}
      {outlets.length > 0 && (
        <fieldset>
          <legend>媒体</legend>
          {outlets.map(({ slug, name, count }) => (
            <label key={slug}>
              <input type="checkbox" name="outlet" value={slug} defaultChecked={outlet.includes(slug)} /> {name}
              {count !== null && <span className="num">{count}</span>}
            </label>
          ))}
        </fieldset>
      )}
      <fieldset>
        <legend>快讯级别</legend>
        {LEVELS.map(([value, label]) => (
          <label key={value}>
            <input type="checkbox" name="level" value={value} defaultChecked={level.includes(value)} /> {label}
          </label>
        ))}
      </fieldset>
      <button className="btn" type="submit">
        应用筛选
      </button>
      {isFiltered(params) && <a href={clearedHref(params)}>清除全部筛选</a>}
    </form>
  );
}

export const clearedHref = ({ q, sort }: SearchParams) => searchHref({ q, sort });
