import { Changes } from "@/components/site/developers/changes";
import { Contents } from "@/components/site/developers/contents";
import { Embedding } from "@/components/site/developers/embedding";
import { Fields } from "@/components/site/developers/fields";
import { Limits } from "@/components/site/developers/limits";
import { Operations } from "@/components/site/developers/operations";
import { Code, Part } from "@/components/site/developers/part";
import { Problems } from "@/components/site/developers/problems";
import { Subscribing } from "@/components/site/developers/subscribing";
import { Frame } from "@/components/site/frame";
import { describeOperations } from "@/lib/api/describe";
import { API_PATH } from "@/lib/api/operations";
import type { Site } from "@/lib/settings/defaults";

/** The page about the API. What it says of addresses, fields and problems comes from where the API itself takes it. */
export function DevelopersView({ site, siteUrl }: { site: Site; siteUrl: string }) {
  const api = siteUrl + API_PATH;
  return (
    <Frame>
      <header className="page-head">
        <h1>开放接口</h1>
        <p className="stand">
          用程序读取{site.name}
          公开的报道、快讯、证券与改动记录。只读，不用申请。要得勤或要全文的合作方，可以另领令牌。
        </p>
      </header>
      <div className="dev">
        <Contents />
        <div className="dev-main">
          <Part id="start" title="开始">
            <p>每个地址都是一次 GET，答复是 JSON，时间是北京时间。现在就可以试：</p>
            <Code>{`curl '${api}/articles?kind=flash&limit=5'\ncurl '${api}/securities/SZ300750'\ncurl --get '${api}/search' --data-urlencode 'q=宁德时代'`}</Code>
            <p>
              机器可读的说明是 <a href={`${API_PATH}/openapi.json`}>OpenAPI 3.1 文档</a>
              ，与这一页出自同一份定义。网页里的脚本可以直接读取（CORS 对所有来源开放）。
            </p>
          </Part>
          <Operations operations={describeOperations()} />
          <Fields />
          <Part id="pages" title="翻页与缓存">
            <p>
              列表答复里的 <code>next</code> 是下一页的位置，原样填进 <code>cursor</code>
              ，其余参数不变；没有下一页时为 null。位置不是页码：新内容不断进来，翻页也不漏不重。不要拆开或自己拼它。
            </p>
            <p>
              每个答复带 <code>ETag</code>。下次把它放进 <code>If-None-Match</code>，没有变化就只得到一个空的 304。
            </p>
            <p>
              改了地址的文章、媒体与标签，答复 308，<code>Location</code> 是现在的地址。
            </p>
          </Part>
          <Changes api={api} />
          <Problems api={api} />
          <Limits contact={site.contact} />
          <Embedding siteUrl={siteUrl} />
          <Subscribing />
          <Part id="licence" title="使用规则">
            <p>{site.licence}</p>
            <ul>
              <li>标题、摘要可以使用，须写明发布的媒体，并链接到文章的 uri。</li>
              <li>
                全文只限 <code>representationtype</code> 为 complete 的文章；版权属于{" "}
                <code>rights.copyrightholder</code>
                ，条件写在 <code>rights.usageterms</code>。
              </li>
              <li>更正请随之更新；撤回和删除的，请在收到之后尽快撤下。</li>
            </ul>
          </Part>
        </div>
      </div>
    </Frame>
  );
}
