import { LevelMark } from "@/components/site/flash-row";
import { OutletCount } from "@/components/site/meta";
import { beijingIso, recentTime } from "@/lib/dates";
import type { SearchHit } from "@/lib/search/find-page";
import { articlePath, categoryPath } from "@/lib/urls";
import { Pieces } from "./pieces";

export function HitList({ hits, now }: { hits: SearchHit[]; now: Date }) {
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <li key={hit.id} className="hit">
          <h3>
            {hit.kind === "flash" && <LevelMark level={hit.level} />}
            <a href={articlePath(hit.slug)}>
              <Pieces pieces={hit.title} />
            </a>
          </h3>
          <p>
            <Pieces pieces={hit.excerpt} />
          </p>
          <p className="meta">
            <a href={categoryPath(hit.categorySlug)}>{hit.categoryName}</a>
            <OutletCount card={hit} />
            {hit.kind === "flash" && <span>快讯</span>}
            <time dateTime={beijingIso(hit.publishAt)}>{recentTime(hit.publishAt, now)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}
