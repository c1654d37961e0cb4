import { Crumb } from "@/components/site/crumb";
import { ReportFields } from "@/components/site/report-form";
import type { Markable } from "@/lib/reports/marking-loaders";
import { articlePath, categoryPath } from "@/lib/urls";

/** The text as sentences of which one can be marked, by touch, mouse or arrow keys. */
export function MarkSentence({ found: { article, paragraphs } }: { found: Markable }) {
  const { id, slug, title, categoryName, categorySlug } = article;
  return (
    <div className="marking">
      <header className="page-head">
        <Crumb
          steps={[
            { href: categoryPath(categorySlug), label: categoryName },
            { href: articlePath(slug), label: title },
          ]}
        />
        <h1>报错</h1>
        <p className="stand">点选有误的一句，再写明错在哪里。不用登录；提交后打开的页面会显示处理结果。</p>
      </header>
      <form method="post" action="/api/reports" className="report-form">
        <fieldset className="marking-text">
          <legend className="sr">有误的句子</legend>
          {paragraphs.map((sentences, at) => (
            <p key={at}>
              {sentences.map(({ text, quote }, index) => (
                <label key={index}>
                  <input type="radio" name="quote" value={quote} />
                  {text}
                </label>
              ))}
            </p>
          ))}
        </fieldset>
        <ReportFields articleId={id} />
      </form>
    </div>
  );
}
