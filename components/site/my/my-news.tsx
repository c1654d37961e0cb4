import { ListView } from "@/components/site/list-view";
import type { ListPage } from "@/lib/articles/list-loaders";
import { myPath } from "@/lib/urls";

/** Older pages are named behind the `#`, which no server sees. */
const further = (_listPath: string, cursor: string) => `#${cursor}`;

/** The news of what is followed, newest first; the part of `/my` that the server makes without knowing for whom. */
export function MyNews({ page }: { page: ListPage | null }) {
  if (!page)
    return (
      <p className="stand">
        没有更早的消息了，<a href={myPath}>回到最新</a>。
      </p>
    );
  return (
    <ListView
      page={page}
      listPath={myPath}
      further={further}
      empty="关注的证券和媒体还没有报道。新的一发表，就排在这里。"
    />
  );
}
