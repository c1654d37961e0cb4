import { SearchForm } from "@/components/site/search/search-form";
import { MOST_OUTLETS, MOST_SECURITIES } from "@/lib/follows/format";
import { myPath } from "@/lib/urls";

const GROUPS = [
  { of: "/stock/", title: "证券", none: `还没有，最多 ${MOST_SECURITIES} 个。`, code: <small className="num" /> },
  { of: "/category/", title: "媒体", none: `还没有，最多 ${MOST_OUTLETS} 家。`, code: "" },
];

/** What is followed, with the ways to change it and to take it along. An island fills it. */
export const MyList = () => (
  <section className="my-list" aria-labelledby="my-list">
    <div className="sect-head">
      <h2 id="my-list">名单</h2>
      <p className="my-acts">
        <button type="button" data-act="save">
          导出
        </button>
        <button type="button" data-act="copy">
          复制
        </button>
        <label>
          导入
          <input type="file" accept=".json,application/json" />
        </label>
      </p>
    </div>
    <SearchForm id="my-q" aim={{ title: "加入自选", label: "加入：名称、拼音、代码或媒体" }} />
    {GROUPS.map(({ of, title, none, code }) => (
      <div key={of} className="my-group">
        <h3>{title}</h3>
        <kept-list data-list="my" data-of={of}>
          <p>{none}</p>
          <ol />
          <template data-island="kept-list">
            <li>
              <a href={myPath}>{code}</a>
              <button type="button" aria-label="取消关注：" title="取消关注">
                ×
              </button>
            </li>
          </template>
        </kept-list>
      </div>
    ))}
  </section>
);
