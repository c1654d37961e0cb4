import { Frame } from "@/components/site/frame";
import { answerPage } from "@/lib/cache/tag-page";

/** Title and robots rule of an address where nothing is. */
export const missingMetadata = { title: "没有找到", robots: { index: false } };

/**
 * The 404 page. It is an ordinary page with a tag that makes the page server answer 404, because the document that
 * Next sends for `notFound()` is empty until its scripts run, and readers get none.
 */
export async function Missing() {
  answerPage(404);
  return (
    <Frame>
      <section className="blank" aria-labelledby="missing">
        <p className="big num">404</p>
        <h1 id="missing">没有这个页面</h1>
        <p>地址可能写错了，或者内容从未发表。曾经发表过的报道不会消失：移走的会转到新地址，撤回的会说明原因。</p>
        <ul>
          <li>
            <a href="/">首页</a>
          </li>
          <li>
            <a href="/live">7×24 快讯</a>
          </li>
          <li>
            <a href="/category">全部媒体</a>
          </li>
        </ul>
      </section>
    </Frame>
  );
}
