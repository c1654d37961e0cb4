import { Headline } from "@/components/site/headline";
import type { Article } from "@/lib/articles/loaders";
import { beijingIso, longDay } from "@/lib/dates";
import { articlePath } from "@/lib/urls";

/** Tells who reads an old article what was reported on its subject since. */
export function NewerNotice({ article: { publishAt, newer } }: { article: Article }) {
  if (newer.length === 0) return null;
  return (
    <aside className="newer-notice" aria-label="较新的报道">
      <p>这是 {longDay(publishAt)}的报道，同一主题后来还有：</p>
      <ul>
        {newer.map(({ id, slug, title, publishAt: at }) => (
          <li key={id}>
            <time dateTime={beijingIso(at)}>{longDay(at)}</time>
            <a href={articlePath(slug)}>
              <Headline title={title} />
            </a>
          </li>
        ))}
      </ul>
    </aside>
  );
}
