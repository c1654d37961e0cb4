import { Status, type StatusName } from "@/components/admin/articles/status";
import { Pager } from "@/components/ui/pager";
import type { DeskParams } from "@/lib/articles/desk-params";
import { beijingIso, recentTime } from "@/lib/dates";

type Item = {
  id: string;
  title: string;
  kind: "story" | "flash";
  status: StatusName;
  publishAt: string | null;
  updatedAt: string;
  categoryName: string;
  authorName: string | null;
};

function Row({ item, now }: { item: Item; now: string }) {
  const updated = <time dateTime={beijingIso(item.updatedAt)}>{recentTime(item.updatedAt, now)}</time>;
  const status = (
    <>
      <Status status={item.status} />
      {item.status === "scheduled" && item.publishAt && <small> {recentTime(item.publishAt, now)}</small>}
    </>
  );
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/articles/${item.id}`}>{item.title}</a>
        {item.kind === "flash" && <small className="kind">快讯</small>}
        <span className="sub">
          {status}
          <span>{item.categoryName}</span>
          <span>{updated}</span>
        </span>
      </th>
      <td className="w2">{status}</td>
      <td className="w3">{item.categoryName}</td>
      <td className="w4">{item.authorName ?? "来源导入"}</td>
      <td className="w3">{updated}</td>
    </tr>
  );
}

/** What would be here, why it is not, and one thing to do. */
function Nothing({ state: { q, status, kind, category, after, before } }: { state: DeskParams }) {
  if (after || before) {
    return (
      <p className="none">
        这一页没有文章了。<a href="/admin/articles">回到最新</a>
      </p>
    );
  }
  if (q || kind || category) {
    return (
      <p className="none">
        没有符合这些条件的文章。<a href={status ? `/admin/articles?status=${status}` : "/admin/articles"}>去掉筛选</a>
      </p>
    );
  }
  if (status === "trashed") return <p className="none">回收站是空的。</p>;
  return (
    <p className="none">
      这里还没有文章。<a href="/admin/articles/new">写一篇</a>
    </p>
  );
}

export function DeskTable({
  state,
  items,
  newer,
  older,
  now,
}: {
  state: DeskParams;
  items: Item[];
  newer: string | null;
  older: string | null;
  now: string;
}) {
  if (items.length === 0) return <Nothing state={state} />;
  return (
    <>
      <table className="grid">
        <caption className="sr">文章，按更新时间从新到旧</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col" className="w2">
              状态
            </th>
            <th scope="col" className="w3">
              媒体
            </th>
            <th scope="col" className="w4">
              作者
            </th>
            <th scope="col" className="w3" aria-sort="descending">
              更新
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} now={now} />
          ))}
        </tbody>
      </table>
      <Pager newer={newer} older={older} />
    </>
  );
}
