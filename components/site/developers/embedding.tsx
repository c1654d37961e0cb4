import { Code, Part } from "@/components/site/developers/part";
import { oembedPath } from "@/lib/urls";

/** How a story is shown on another site. */
export const Embedding = ({ siteUrl }: { siteUrl: string }) => (
  <Part id="embedding" title="嵌入文章">
    <p>
      支持 oEmbed 的编辑器，贴上文章的地址就会变成卡片。文章页里写明了 oEmbed 的地址，也可以直接来问；format 可以是 json
      或 xml，maxwidth 和 maxheight 是能给的宽高。
    </p>
    <Code>{`curl --get '${siteUrl}${oembedPath}' --data-urlencode 'url=${siteUrl}/articles/202611231420000001'`}</Code>
    <p>自己写网页的，放一个框架就行。卡片没有脚本，不设 Cookie，随系统深浅；文章撤回了，卡片也会写明。</p>
    <Code>{`<iframe src="${siteUrl}/embed/202611231420000001"\n  title="宁德时代签下三年长协" width="600" height="208" loading="lazy"\n  sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}</Code>
  </Part>
);
