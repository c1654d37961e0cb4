import { Part } from "@/components/site/developers/part";
import { feedPath } from "@/lib/feeds/address";
import { correctionsPath } from "@/lib/urls";

const PLACES = [
  ["/feed.xml", "最新报道，RSS；另有 /atom.xml 与 /feed.json"],
  ["/category/{网址名}/feed.xml", "一家媒体"],
  ["/tag/{网址名}/feed.xml", "一个标签"],
  ["/stock/{代码}/feed.xml", "一个证券"],
  [feedPath(correctionsPath, "rss"), "更正与撤稿"],
  ["/sitemap.xml", "全部页面的站点地图；两天内的新闻另见 /news-sitemap.xml"],
] as const;

/** For those who do not want to program: feeds and maps. */
export const Subscribing = () => (
  <Part id="subscribing" title="订阅">
    <p>只想读新内容，用阅读器订阅即可，不必用接口。订阅源支持 WebSub：源里写明了推送中心，有新内容会推给你。</p>
    <dl className="dev-list">
      {PLACES.map(([path, says]) => (
        <div key={path}>
          <dt>
            <code>{path}</code>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </Part>
);
