import { isFiltered } from "@/lib/search/filters";
import type { SearchPage } from "@/lib/search/find-page";
import { categoriesPath, categoryPath, homePath, stockPath } from "@/lib/urls";
import { clearedHref } from "./search-filters";

/** Says what was looked for in vain, and the next step. */
export function NothingFound({ page: { params, query, nearest } }: { page: SearchPage }) {
  return (
    <section className="blank blank-none" aria-labelledby="none">
      <h2 id="none">没有找到“{query.text.replace(/["“”]/g, "")}”</h2>
      {nearest.length > 0 && (
        <p>
          最接近的名称：
          {nearest.map((named, at) => (
            <span key={named.name + at}>
              {at > 0 && "、"}
              {named.kind === "security" ? (
                <a href={stockPath(named.symbol)}>
                  {named.name} <span className="num">{named.symbol}</span>
                </a>
              ) : (
                <a href={categoryPath(named.slug)}>{named.name}</a>
              )}
            </span>
          ))}
          。
        </p>
      )}
      <p>可以试试：</p>
      <ul>
        {isFiltered(params) && (
          <li>
            <a href={clearedHref(params)}>清除全部筛选</a>
          </li>
        )}
        <li>少写一个词，或换成代码、拼音缩写</li>
        <li>
          在<a href={categoriesPath}>媒体名录</a>里找
        </li>
        <li>
          回<a href={homePath}>首页</a>看今天的报道
        </li>
      </ul>
    </section>
  );
}
