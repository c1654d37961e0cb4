import Link from "next/link";
import { Thumb } from "@/components/admin/media/thumb";
import { Pager } from "@/components/ui/pager";
import type { MediaTile } from "@/lib/media/loaders";
import { type MediaParams, mediaLibraryPath } from "@/lib/media/params";

/** What is the matter with a picture, if anything: shape and word. */
export function TileState({ tile }: { tile: Pick<MediaTile, "status" | "isExpired" | "alt"> }) {
  if (tile.status === "failed") return <span className="st st-gone">处理失败</span>;
  if (tile.status === "processing") return <span className="st st-review">处理中</span>;
  if (tile.isExpired) return <span className="st st-gone">版权到期</span>;
  if (tile.alt === "") return <span className="st st-draft">缺替代文字</span>;
  return null;
}

/** What would be here, why it is not, and one thing to do. */
function Nothing({ state: { q, view, after, before } }: { state: MediaParams }) {
  const back = <a href="/admin/media">看全部图片</a>;
  if (after || before) return <p className="none">这一页没有图片了。{back}</p>;
  if (q)
    return (
      <p className="none">
        没有名称、替代文字或图注含“{q}”的图片。{back}
      </p>
    );
  if (view === "unused") return <p className="none">没有闲置的图片，每一张都用过。{back}</p>;
  if (view === "unready") return <p className="none">图片都处理好了。{back}</p>;
  if (view === "expired") return <p className="none">没有版权到期的图片。{back}</p>;
  return <p className="none">图库还是空的。把图片拖到这里，就会上传。</p>;
}

export function MediaGrid({
  state,
  items,
  newer,
  older,
}: {
  state: MediaParams;
  items: MediaTile[];
  newer: string | null;
  older: string | null;
}) {
  if (items.length === 0) return <Nothing state={state} />;
  return (
    <>
      <ul className="tiles" aria-label="图片，从新到旧">
        {items.map((tile) => (
          <li key={tile.id}>
            <Link
              href={mediaLibraryPath(state, { item: tile.id })}
              scroll={false}
              prefetch={false}
              aria-current={state.item === tile.id || undefined}
            >
              <Thumb src={tile.thumbnail} thumbhash={tile.thumbhash} />
              <span className="tile-name">{tile.alt || tile.name}</span>
            </Link>
            <TileState tile={tile} />
          </li>
        ))}
      </ul>
      <Pager newer={newer} older={older} />
    </>
  );
}
