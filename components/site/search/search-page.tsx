import { Frame } from "@/components/site/frame";
import { Icon } from "@/components/site/icons";
import { timeSpan } from "@/lib/dates";
import { searchFeedPath } from "@/lib/feeds/search-address";
import { FEED_TYPES } from "@/lib/feeds/types";
import { isFiltered, searchHref } from "@/lib/search/filters";
import type { SearchPage } from "@/lib/search/find-page";
import { LONGEST_QUERY } from "@/lib/search/parse-query";
import { HitList } from "./hit-list";
import { OutletAnswer, SecurityAnswer } from "./named-answer";
import { NothingFound } from "./nothing-found";
import { SearchFilters } from "./search-filters";
import { SearchForm } from "./search-form";

const EXAMPLES = ["“整句用引号”", "锂 -期货", "gzmt", "600519"];

function Examples() {
  return (
    <p className="try">
      也可以写：
      {EXAMPLES.map((text) => (
        <a key={text} href={searchHref({ q: text })}>
          {text}
        </a>
      ))}
    </p>
  );
}

function Pager({ page: { params, hits, next } }: { page: SearchPage }) {
  const [newest, oldest] = [hits[0], hits.at(-1)];
  if (!newest || !oldest || (!params.after && !next)) return null;
  return (
    <nav className="pager" aria-label="翻页">
      {params.after && (
        <a href={searchHref(params, { after: undefined })} rel="prev">
          <Icon name="newer" />
          回到第一页
        </a>
      )}
      {params.sort === "newest" && <p>{timeSpan(oldest.publishAt, newest.publishAt)}</p>}
      {next && (
        <a href={searchHref(params, { after: next })} rel="next">
          {params.sort === "newest" ? "更早的结果" : "更多结果"}
          <Icon name="older" />
        </a>
      )}
    </nav>
  );
}

function Summary({ page: { params, count } }: { page: SearchPage }) {
  const sorts = [
    ["newest", "最新"],
    ["best", "最相关"],
  ] as const;
  return (
    <div className="sum">
      <p>
        {count.isExact ? "共" : "约"} <b className="num">{count.count.toLocaleString("en")}</b> 篇
      </p>
      <nav className="sort" aria-label="排序">
        {sorts.map(([sort, label]) => (
          <a
            key={sort}
            href={searchHref(params, { sort, after: undefined })}
            aria-current={params.sort === sort ? "true" : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      <a className="sum-feed" href={searchFeedPath(params, "rss")} type={FEED_TYPES.rss}>
        <Icon name="feed" />
        订阅
      </a>
    </div>
  );
}

function Results({ page, now }: { page: SearchPage; now: Date }) {
  return (
    <div className="two two-left">
      <aside className="rail" aria-label="筛选结果">
        <details className="filter-fold" open={isFiltered(page.params)}>
          <summary>筛选</summary>
          <SearchFilters {...page} />
        </details>
      </aside>
      <div>
        {page.state === "found" && <Summary page={page} />}
        {page.isPartial && (
          <p className="notice-warn" role="status">
            有这些词的报道太多，较早的没有找完。加上时间范围，或再写一个词，就能找全。
          </p>
        )}
        {page.answer && <SecurityAnswer answer={page.answer} now={now} />}
        {page.namedOutlets.length > 0 && <OutletAnswer outlets={page.namedOutlets} />}
        {page.state === "found" ? (
          <>
            <h2 className="sr">结果</h2>
            <HitList hits={page.hits} now={now} />
            <Pager page={page} />
          </>
        ) : (
          <NothingFound page={page} />
        )}
      </div>
    </div>
  );
}

/** The page of a search. */
export function SearchResultPage({ page, now }: { page: SearchPage; now: Date }) {
  const { query, state } = page;
  return (
    <Frame section="search">
      <header className="page-head search-head">
        <h1>搜索</h1>
        <SearchForm id="qq" query={query.text} isBig />
        {query.isCut && <p className="stand">只看了前 {LONGEST_QUERY} 个字。</p>}
        <Examples />
      </header>
      {state === "found" || state === "nothing" ? (
        <Results page={page} now={now} />
      ) : (
        <p className="stand" role="status">
          {state === "unready"
            ? "索引还在建立，过一会儿就能搜索。"
            : query.text
              ? "标点和符号不能单独搜索，请写一个词、一个名称或一个代码。"
              : "全部报道与快讯都能搜到：写词语、证券名称、代码、拼音缩写或媒体名称。"}
        </p>
      )}
    </Frame>
  );
}
