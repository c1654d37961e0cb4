import { Icon } from "@/components/site/icons";
import type { Article } from "@/lib/articles/loaders";
import { longTime } from "@/lib/dates";
import { env } from "@/lib/env";
import { articleCodePath, articlePath } from "@/lib/urls";

const SIZES = [
  { size: "s", label: "小", says: "小号字" },
  { size: "", label: "中", says: "标准字号" },
  { size: "l", label: "大", says: "大号字" },
  { size: "xl", label: "特", says: "特大号字" },
] as const;

const ACTS = [
  { act: "later", icon: "later", label: "稍后读" },
  { act: "copy", icon: "link", label: "复制链接" },
  { act: "print", icon: "print", label: "打印" },
] as const;

/** As wide as in app/styles/site/reading.css. */
const CODE_SIDE = 120;

type Shared = Pick<Article, "title" | "slug" | "publishAt" | "categoryName">;
type Props = {
  article: Shared;
  /** Above the text, or below it where the first is out of reach by then. */
  place: "start" | "end";
};

/** What one does with an article. Sharing needs no script; the rest is shown once its island works. */
export function ArticleTools({ article, place }: Props) {
  const { title, publishAt, categoryName } = article;
  const isFirst = place === "start";
  return (
    <article-tools
      className={isFirst ? "tools" : "tools tools-end"}
      role="group"
      aria-label={isFirst ? "阅读工具" : "阅读工具（文末）"}
      data-outlet={categoryName}
      data-time={longTime(publishAt)}
    >
      <fieldset className="tools-set" aria-label="字号">
        {SIZES.map(({ size, label, says }) => (
          <button key={size} type="button" data-size={size} aria-label={says}>
            {label}
          </button>
        ))}
      </fieldset>
      <ShareSheet article={article} title={title} />
      {ACTS.map(({ act, icon, label }) => (
        <button key={act} type="button" data-act={act} aria-label={label}>
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      ))}
    </article-tools>
  );
}

/** Links that are followed when a reader asks for it; nothing is contacted before. */
function ShareSheet({ article: { slug }, title }: { article: Shared; title: string }) {
  const url = env().siteUrl + articlePath(slug);
  const weibo = `https://service.weibo.com/share/share.php?${new URLSearchParams({ url, title })}`;
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`;
  return (
    <details className="share">
      <summary aria-label="分享">
        <Icon name="share" />
        <span>分享</span>
      </summary>
      <div className="share-sheet">
        <p className="share-ways">
          <button type="button" data-act="native">
            系统分享
          </button>
          <a href={weibo} rel="external noopener noreferrer nofollow" target="_blank">
            微博
          </a>
          <a href={mail}>邮件</a>
        </p>
        <p className="share-address">{url}</p>
        <div className="share-code">
          {/* Of a closed sheet it is not fetched. */}
          <img
            src={articleCodePath(slug)}
            alt="本文链接的二维码"
            loading="lazy"
            decoding="async"
            width={CODE_SIDE}
            height={CODE_SIDE}
          />
          <p>微信扫一扫，在手机上打开或转发</p>
          <button type="button" data-act="card">
            生成分享图片
          </button>
        </div>
      </div>
    </details>
  );
}
