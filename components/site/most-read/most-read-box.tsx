import { Headline } from "@/components/site/headline";
import type { News } from "@/lib/front/news";
import { SPAN_KEYS, SPANS, type Span } from "@/lib/most-read/spans";
import { articlePath } from "@/lib/urls";

const listId = (span: Span) => `most-read-${span}`;

type Lists = News["mostRead"];

function List({ span, places }: { span: Span; places: Lists[Span] }) {
  const { label, path } = SPANS[span];
  return (
    <div className={`rank-list of-${span}`}>
      <h3 id={listId(span)}>{label}</h3>
      <ol className="ranks" aria-labelledby={listId(span)}>
        {places.map(({ id, slug, title }) => (
          <li key={id}>
            <a href={articlePath(slug)}>
              <Headline title={title} />
            </a>
          </li>
        ))}
      </ol>
      <p className="more">
        <a href={path}>完整榜单</a>
      </p>
    </div>
  );
}

/**
 * What was read most, on the home page: two lists in one place. Which one is seen is a choice of the style sheet; where
 * that cannot choose, both are.
 */
export function MostReadBox({ lists }: { lists: Lists }) {
  const spans = SPAN_KEYS.filter((span) => lists[span].length > 0);
  const single = spans.length === 1;
  return (
    <section className="most-read" aria-labelledby="most-read">
      <div className="sect-head">
        <h2 id="most-read">读得最多</h2>
        {!single && (
          <fieldset className="rank-tabs">
            <legend className="sr">多久以来</legend>
            {spans.map((span) => (
              <label key={span}>
                <input type="radio" name="most-read" value={span} defaultChecked={span === spans[0]} />
                {SPANS[span].label}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      <div className={single ? "rank-lists rank-single" : "rank-lists"}>
        {spans.map((span) => (
          <List key={span} span={span} places={lists[span]} />
        ))}
      </div>
    </section>
  );
}
