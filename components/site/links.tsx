import type { Article } from "@/lib/articles/loaders";
import { beijingIso, clock, longDay, shortDay } from "@/lib/dates";
import { articlePath } from "@/lib/urls";

type Link = Pick<Article["related"][number], "id" | "slug" | "title" | "publishAt" | "categoryName">;
type Props = {
  links: Link[];
  withOutlet?: boolean;
  /** How exact the time is: near news by the minute, an archive by the day. */
  time?: "day" | "minute";
};

/** A short list of headlines beside a page. */
export function Links({ links, withOutlet, time = "day" }: Props) {
  return (
    <ol className="rel">
      {links.map(({ id, slug, title, publishAt, categoryName }) => (
        <li key={id}>
          <a href={articlePath(slug)}>{title}</a>
          <p className="meta">
            {withOutlet && <span>{categoryName}</span>}
            <time dateTime={beijingIso(publishAt)}>
              {time === "day" ? longDay(publishAt) : `${shortDay(publishAt)} ${clock(publishAt)}`}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}
