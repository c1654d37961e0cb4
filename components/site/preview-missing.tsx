import { Frame } from "@/components/site/frame";
import { Ways } from "@/components/site/ways";
import { answerPage } from "@/lib/cache/tag-page";
import { homePath } from "@/lib/urls";

export const previewMissingTitle = "链接不能用了";

/** One answer for a link that never was, is over or was revoked: a stranger learns nothing from it. */
export async function PreviewMissing() {
  answerPage(404);
  return (
    <Frame>
      <section className="blank" aria-labelledby="missing">
        <p className="big num">404</p>
        <h1 id="missing">这个预览链接不能用了</h1>
        <p>地址可能不完整，也可能已经到期或被撤销。请向发给你的人要一个新的链接。</p>
        <Ways ways={[{ href: homePath, label: "首页", says: "今天的头条与最新报道" }]} />
      </section>
    </Frame>
  );
}
