import type { Duplicate } from "@/lib/clusters/endpoint";
import { sayLikeness } from "@/lib/clusters/words";
import { recentTime } from "@/lib/dates";
import { articlePath } from "@/lib/urls";

/** What of the last two days is like the flash in the field. It only tells: nothing is kept from going out. */
export function Duplicates({ found, now }: { found: Duplicate[]; now: Date }) {
  return (
    <section className="dupes" aria-labelledby="dupes">
      <h2 id="dupes">
        近 48 小时相近 <span role="status">{found.length > 0 ? `${found.length} 条` : ""}</span>
      </h2>
      {found.length === 0 ? (
        <p className="hint">写的时候，相近的快讯和报道会列在这里。</p>
      ) : (
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <a
                href={one.isPublic ? articlePath(one.slug) : `/admin/articles/${one.id}`}
                target="_blank"
                rel="noopener"
              >
                {one.title}
              </a>
              <small>
                <span>{one.outlet}</span>
                <time dateTime={one.at}>{recentTime(one.at, now)}</time>
                {!one.isPublic && <span>未发布</span>}
                <span>{one.isSame ? "同一篇，会归在一起" : sayLikeness(one.score, one.why)}</span>
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
