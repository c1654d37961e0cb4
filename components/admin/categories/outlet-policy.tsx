import type { UpdateOutletInput } from "@/lib/categories/validation";

export type OutletPolicyFields = Pick<UpdateOutletInput, "indexing" | "inNews" | "aiCrawlers" | "feedText">;
type Props = { fields: OutletPolicyFields; onChange: (change: Partial<OutletPolicyFields>) => void };

const FEED_TEXT = { summary: "摘要", full: "全文" } as const;

/** What search engines, crawlers and feeds may do with an outlet's texts, each with what follows from it. */
export function OutletPolicyFieldset({ fields, onChange }: Props) {
  const { indexing, inNews, aiCrawlers, feedText } = fields;
  const isIndexed = indexing === "index";
  return (
    <fieldset className="tax-policy">
      <legend>搜索引擎与订阅</legend>
      <label className="tick">
        <input
          type="checkbox"
          checked={isIndexed}
          onChange={({ target }) => onChange({ indexing: target.checked ? "index" : "noindex" })}
        />
        <span>
          允许搜索引擎收录
          <small>不允许时，媒体页和它的全部文章都对搜索引擎写明不收录，也不进站点地图。读者照常能看。</small>
        </span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={isIndexed && inNews}
          disabled={!isIndexed}
          onChange={({ target }) => onChange({ inNews: target.checked })}
        />
        <span>
          允许新闻搜索收录
          <small>
            {isIndexed
              ? "不允许时，新报道不进新闻站点地图，并对谷歌新闻写明不收录；普通搜索不受影响。"
              : "搜索引擎不收录时，新闻搜索也不收录。"}
          </small>
        </span>
      </label>
      <label className="tick">
        <input
          type="checkbox"
          checked={aiCrawlers}
          onChange={({ target }) => onChange({ aiCrawlers: target.checked })}
        />
        <span>
          允许为人工智能采集
          <small>不允许时，robots.txt 和文章页写明不得采集，GPTBot、ClaudeBot 等打开它的文章会被拒绝。</small>
        </span>
      </label>
      <fieldset>
        <legend>订阅源和接口给出</legend>
        {(["summary", "full"] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="feedText"
              checked={feedText === value}
              onChange={() => onChange({ feedText: value })}
            />
            {FEED_TEXT[value]}
          </label>
        ))}
        <small>按这家媒体的授权选：全文让订阅者不用打开本站就能读完，摘要只给开头。</small>
      </fieldset>
    </fieldset>
  );
}

/** The policy in words, for who may not change it. */
export const sayPolicy = ({ indexing, inNews, aiCrawlers, feedText }: OutletPolicyFields): [string, string][] => [
  ["搜索", indexing === "noindex" ? "不收录" : inNews ? "收录" : "收录，新闻搜索除外"],
  ["采集", aiCrawlers ? "允许为人工智能采集" : "不允许为人工智能采集"],
  ["订阅源", `给出${FEED_TEXT[feedText]}`],
];
