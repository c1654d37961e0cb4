import { Code, Part } from "@/components/site/developers/part";
import { PROBLEMS } from "@/lib/api/schemas/problem";
import { developersPath } from "@/lib/urls";

const SITE_OF = /^https?:\/\/[^/]+/;

/** What may go wrong. Each problem's `type` leads to its line here. */
export function Problems({ api }: { api: string }) {
  const [siteUrl = ""] = SITE_OF.exec(api) ?? [];
  const { title, status } = PROBLEMS["bad-parameter"];
  const example = {
    ...{ type: `${siteUrl}${developersPath}#bad-parameter`, title, status },
    detail: "有 1 个参数不对：limit 应是 1 到 100 的整数。",
    errors: [{ parameter: "limit", detail: "limit 应是 1 到 100 的整数" }],
  };
  return (
    <Part id="problems" title="错误">
      <p>
        出错时答复 <code>application/problem+json</code>（RFC 9457）：type 是错误的种类，打开就是下面的说明；detail
        写明这一次哪里不对。
      </p>
      <Code>{JSON.stringify(example, null, 2)}</Code>
      <dl className="dev-list">
        {Object.entries(PROBLEMS).map(([name, problem]) => (
          <div key={name} id={name}>
            <dt>
              <b className="num">{problem.status}</b> {problem.title}
            </dt>
            <dd>{problem.says}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
