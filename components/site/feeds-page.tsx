import { Frame } from "@/components/site/frame";
import { Icon } from "@/components/site/icons";
import { feedPath } from "@/lib/feeds/address";
import { ACTS_SOURCE, STANDING } from "@/lib/feeds/standing";
import { FEED_FORMATS, FEED_TYPES, type Source } from "@/lib/feeds/types";
import { categoriesPath, searchPath, stocksPath } from "@/lib/urls";

const NAMES = { rss: "RSS", atom: "Atom", json: "JSON Feed" };

/** One feed, in each of its forms. */
function FeedRow({ source: { title, description, path, listPath } }: { source: Source }) {
  return (
    <li>
      <h3>
        <a href={path}>{title}</a>
      </h3>
      <p>{description}</p>
      <p className="feed-forms">
        {FEED_FORMATS.map((format) => (
          <a
            key={format}
            href={feedPath(listPath, format)}
            type={FEED_TYPES[format]}
            aria-label={`${title}，${NAMES[format]}`}
          >
            {format === "rss" && <Icon name="feed" />}
            {NAMES[format]}
          </a>
        ))}
      </p>
    </li>
  );
}

const OF_THEIR_OWN = [
  { where: "媒体", href: categoriesPath, more: "全部媒体 A–Z", says: "这一家的全部报道与快讯" },
  { where: "个股、板块与指数", href: stocksPath, more: "个股新闻", says: "直接提到它的全部报道与快讯" },
  { where: "标签", href: null, more: "", says: "带有这个标签的报道，标签列在每篇报道的末尾" },
  { where: "搜索", href: searchPath, more: "去搜索", says: "搜出来的最新结果，筛选条件也算在内" },
];

/** Every feed there is, and how one follows it. */
export const FeedsPage = () => (
  <Frame>
    <header className="page-head">
      <h1>订阅</h1>
      <p className="stand">把下面的地址加进阅读器，新的报道会自己送到。不用注册，也不留下你是谁。</p>
    </header>
    <div className="two">
      <div className="feeds">
        <section aria-labelledby="whole">
          <div className="sect-head">
            <h2 id="whole">全站</h2>
          </div>
          <ul>
            {[...STANDING.map(({ source }) => source), ACTS_SOURCE].map((source) => (
              <FeedRow key={source.listPath} source={source} />
            ))}
          </ul>
        </section>
        <section aria-labelledby="own">
          <div className="sect-head">
            <h2 id="own">只看一类</h2>
          </div>
          <p className="brief">这些页面上都有“订阅”，点它，或把页面的地址直接交给阅读器。</p>
          <ul className="feeds-own">
            {OF_THEIR_OWN.map(({ where, href, more, says }) => (
              <li key={where}>
                <h3>{where}</h3>
                <p>
                  {says}。{href && <a href={href}>{more}</a>}
                </p>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <aside className="rail" aria-label="说明">
        <section aria-labelledby="how">
          <div className="sect-head">
            <h2 id="how">怎样订阅</h2>
          </div>
          <ol className="feed-steps">
            <li>装一个阅读器，如 Feedly、Inoreader、NetNewsWire、FreshRSS。</li>
            <li>复制“RSS”的地址，加进阅读器；多数阅读器只要给它页面的地址，就能自己找到。</li>
            <li>三种格式的内容相同，阅读器支持哪种就用哪种；拿不准就用 RSS。</li>
          </ol>
        </section>
        <section aria-labelledby="what">
          <div className="sect-head">
            <h2 id="what">里面有什么</h2>
          </div>
          <dl className="legend-lv">
            <div>
              <dt>正文</dt>
              <dd>媒体许可的给全文和图片，其余给摘要</dd>
            </div>
            <div>
              <dt>往期</dt>
              <dd>一直到最早的一篇，一份接一份（RFC 5005）</dd>
            </div>
            <div>
              <dt>更正</dt>
              <dd>改过的报道更新时间会变，编号不变</dd>
            </div>
            <div>
              <dt>撤回</dt>
              <dd>从源里拿掉；Atom 里另写明时间与原因（RFC 6721）</dd>
            </div>
          </dl>
        </section>
      </aside>
    </div>
  </Frame>
);
