import { Part } from "@/components/site/developers/part";
import { describeArticle } from "@/lib/api/describe";

/** What an article holds, and what that is called in IPTC's format. */
export const Fields = () => (
  <Part id="fields" title="文章的字段">
    <p>
      名称尽量取自 IPTC 的 ninjs：uri、type、language、pubstatus、version、firstcreated、versioncreated、headline、
      description_summary、representationtype、body_xhtml、charcount、byline、copyrightholder、usageterms 与 ninjs 1.x
      同名同义。ninjs 2.x 把其中三项放进数组：headline 对应 headlines，description_summary 对应 descriptions，body_xhtml
      对应 bodies。其余是本站自己的字段。
    </p>
    <dl className="dev-list">
      {describeArticle().map(({ name, says }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </Part>
);
