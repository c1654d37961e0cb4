import { beijingIso, recentTime } from "@/lib/dates";
import type { Answer, SearchPage } from "@/lib/search/find-page";
import { articlePath, categoryPath, stockPath } from "@/lib/urls";

/** The security that the query names, above everything that was found. */
export function SecurityAnswer({ answer: { security, others, newest }, now }: { answer: Answer; now: Date }) {
  return (
    <section className="answer" aria-label="证券">
      <h2>
        <a href={stockPath(security.symbol)}>
          <b>{security.name}</b> <span className="num">{security.symbol}</span>
        </a>
      </h2>
      {newest.length > 0 ? (
        <ol>
          {newest.map(({ slug, title, publishAt }) => (
            <li key={slug}>
              <a href={articlePath(slug)}>{title}</a>{" "}
              <time dateTime={beijingIso(publishAt)}>{recentTime(publishAt, now)}</time>
            </li>
          ))}
        </ol>
      ) : (
        <p>还没有提到它的报道。</p>
      )}
      <p className="more">
        <a href={stockPath(security.symbol)}>{security.name}的全部报道</a>
        {others.map(({ symbol, name }) => (
          <a key={symbol} href={stockPath(symbol)}>
            {name} <span className="num">{symbol}</span>
          </a>
        ))}
      </p>
    </section>
  );
}

/** Outlets that the query names. */
export const OutletAnswer = ({ outlets }: { outlets: SearchPage["namedOutlets"] }) => (
  <p className="answer-outlets">
    媒体：
    {outlets.map(({ id, slug, name }) => (
      <a key={id} href={categoryPath(slug)}>
        {name}
      </a>
    ))}
  </p>
);
