import { CorrectedAt, Corrections } from "@/components/site/corrections";
import { Crumb } from "@/components/site/crumb";
import { LevelMark } from "@/components/site/flash-row";
import { Headline } from "@/components/site/headline";
import { NewerNotice } from "@/components/site/newer-notice";
import { SessionStamp } from "@/components/site/session-stamp";
import type { Article } from "@/lib/articles/loaders";
import { beijingIso, longTime } from "@/lib/dates";
import { articlePath, categoryPath, historyPath, tagPath } from "@/lib/urls";

/** Characters a reader takes in per minute. */
const READING_SPEED = 350;

export function ArticleHeader({ article }: { article: Article }) {
  const { wordCount } = article;
  return (
    <header className="story-head">
      <Crumb steps={[{ href: categoryPath(article.categorySlug), label: article.categoryName }]} />
      <h1>
        <Headline title={article.title} />
      </h1>
      <p className="byline">
        {article.kind === "flash" && <LevelMark level={article.level} />}
        <time dateTime={beijingIso(article.publishAt)}>{longTime(article.publishAt)}</time>
        <span className="tz">北京时间</span>
        <SessionStamp at={article.publishAt} />
        {article.kind === "story" && wordCount > 0 && (
          <span>
            {wordCount.toLocaleString("en")} 字，约读 {Math.ceil(wordCount / READING_SPEED)} 分钟
          </span>
        )}
        <CorrectedAt corrections={article.corrections} />
      </p>
      <SourceBox article={article} />
    </header>
  );
}

function SourceBox({ article }: { article: Article }) {
  const { sourceName, categoryName, categorySlug, originalUrl, editorName, revisedAt, slug } = article;
  const another = sourceName !== "" && sourceName !== categoryName;
  return (
    <dl className="source">
      <div>
        <dt>来源</dt>
        <dd>{another ? sourceName : <a href={categoryPath(categorySlug)}>{categoryName}</a>}</dd>
      </div>
      {originalUrl && (
        <div>
          <dt>原文</dt>
          <dd>
            <a href={originalUrl} rel="external noopener nofollow">
              查看原始页面 <span aria-hidden="true">↗</span>
            </a>
          </dd>
        </div>
      )}
      {editorName && (
        <div>
          <dt>编辑</dt>
          <dd>{editorName}</dd>
        </div>
      )}
      {revisedAt && (
        <div>
          <dt>更新</dt>
          <dd>
            <time dateTime={beijingIso(revisedAt)}>{longTime(revisedAt)}</time> <a href={historyPath(slug)}>查看改动</a>
          </dd>
        </div>
      )}
    </dl>
  );
}

type TextProps = {
  article: Article;
  /** Stands below the text, above the neighbours. */
  end?: React.ReactNode;
};

export function ArticleText({ article, end }: TextProps) {
  const { kind, summary, bodyHtml, isBare, tags } = article;
  return (
    <div className="story-body">
      <NewerNotice article={article} />
      {summary && !isBare && (
        <p className="summary">
          <b>摘要</b>
          {summary}
        </p>
      )}
      {/* Sanitised by the command that stored it. */}
      <div
        className={kind === "flash" ? "prose prose-flash" : "prose"}
        dangerouslySetInnerHTML={{ __html: bodyHtml }}
      />
      <Corrections corrections={article.corrections} slug={article.slug} />
      {tags.length > 0 && (
        <ul className="tags" aria-label="标签">
          {tags.map(({ slug, name }) => (
            <li key={slug}>
              <a href={tagPath(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
      {end}
      <Neighbours article={article} />
    </div>
  );
}

/** The outlet's articles directly before and after this one. */
function Neighbours({ article: { previous, next, categoryName } }: { article: Article }) {
  if (!previous && !next) return null;
  return (
    <nav className="near" aria-label={`${categoryName}的前后文章`}>
      {previous && <Neighbour label="上一篇" rel="prev" link={previous} />}
      {next && <Neighbour label="下一篇" rel="next" link={next} />}
    </nav>
  );
}

function Neighbour({ label, rel, link }: { label: string; rel: "prev" | "next"; link: Article["related"][number] }) {
  return (
    <a href={articlePath(link.slug)} rel={rel}>
      <span>
        {label}
        <time dateTime={beijingIso(link.publishAt)}>{longTime(link.publishAt)}</time>
      </span>
      {link.title}
    </a>
  );
}
