import { Frame } from "@/components/site/frame";
import { Ways } from "@/components/site/ways";
import { answerPage } from "@/lib/cache/tag-page";
import { indexAs } from "@/lib/indexing/index-as";
import { robotsOf } from "@/lib/indexing/policy";
import { archivePath, categoriesPath, homePath, livePath, stocksPath } from "@/lib/urls";

/** Title and robots rule of an address where nothing is. */
export const missingMetadata = {
  title: "没有找到",
  description: "这个地址上没有内容。曾经发表过的报道不会消失：移走的会转到新地址，撤回的会说明原因。",
  ...robotsOf("missing"),
};

const WAYS = [
  { href: homePath, label: "首页", says: "今天的头条、最新报道与各家媒体" },
  { href: livePath, label: "7×24 快讯", says: "按时间排列，往前可以一直翻到最早" },
  { href: stocksPath, label: "个股新闻", says: "按名称、拼音或代码，找到一个证券的全部报道" },
  { href: archivePath, label: "往期", says: "记得是哪一天，从日历里找" },
  { href: categoriesPath, label: "全部媒体 A–Z", says: "记得是哪家的报道，从它的页面往前翻" },
];

/**
 * The 404 page. It is an ordinary page with a tag that makes the page server answer 404, because the document that
 * Next sends for `notFound()` is empty until its scripts run, and readers get none. It reads nothing from the
 * database: made-up addresses have no end, and each is an entry of its own.
 */
export async function Missing() {
  answerPage(404);
  indexAs("missing");
  return (
    <Frame>
      <section className="blank" aria-labelledby="missing">
        <p className="big num">404</p>
        <h1 id="missing">没有这个页面</h1>
        <p>地址可能写错了，或者内容从未发表。曾经发表过的报道不会消失：移走的会转到新地址，撤回的会说明原因。</p>
        <Ways ways={WAYS} />
      </section>
    </Frame>
  );
}
