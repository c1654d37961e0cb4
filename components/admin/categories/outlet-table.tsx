import type { OutletLine } from "@/lib/categories/desk-loaders";
import type { OutletParams } from "@/lib/categories/params";
import { beijingIso, recentTime } from "@/lib/dates";
import { categoryPath } from "@/lib/urls";

type Props = { rows: OutletLine[]; state: OutletParams; now: string; mayCreate: boolean };

function Row({ row, now }: { row: OutletLine; now: string }) {
  const { id, name, slug, count, newestAt, aliases, sounds, into } = row;
  const newest = newestAt && <time dateTime={beijingIso(newestAt)}>{recentTime(newestAt, now)}</time>;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/categories/${id}`}>{name}</a>
        {sounds.length > 0 && (
          <span className="sound-mark">与{sounds.map((other) => `「${other}」`).join("")}同音</span>
        )}
        {into && <span className="st st-gone off">并入「{into}」</span>}
        <a className="path reader" href={categoryPath(slug)}>
          /category/{slug}
        </a>
        <span className="sub">
          <span>{count.toLocaleString("en")} 篇</span>
          {newest && <span>最近 {newest}</span>}
          {aliases > 0 && <span>{aliases} 个别名</span>}
        </span>
      </th>
      <td className="n w4">{count.toLocaleString("en")}</td>
      <td className="w3">{newest ?? "—"}</td>
      <td className="n w4">{aliases || ""}</td>
    </tr>
  );
}

/** Outlets with their address, articles, and who sounds the same. */
export function OutletTable({ rows, state, now, mayCreate }: Props) {
  if (rows.length === 0) return <None state={state} mayCreate={mayCreate} />;
  return (
    <table className="grid outlets">
      <caption className="sr">媒体</caption>
      <thead>
        <tr>
          <th scope="col">名称与地址</th>
          <th scope="col" className="n w4">
            公开报道
          </th>
          <th scope="col" className="w3">
            最近一篇
          </th>
          <th scope="col" className="n w4">
            别名
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function None({ state, mayCreate }: { state: OutletParams; mayCreate: boolean }) {
  if (state.q)
    return (
      <p className="none">
        没有叫“{state.q}”的媒体。<a href="/admin/categories">看全部</a>
        {mayCreate && (
          <>
            ，或 <a href="/admin/categories/new">新建一个</a>
          </>
        )}
      </p>
    );
  if (state.view === "sound") return <p className="none">没有同音的媒体，每个拼音只有一家。</p>;
  if (state.view === "merged") return <p className="none">还没有并入别处的媒体。在媒体的页面里可以合并。</p>;
  if (state.view === "empty") return <p className="none">每家媒体都有报道。</p>;
  return (
    <p className="none">
      还没有媒体。导入旧站会自动建好
      {mayCreate && (
        <>
          ，也可以 <a href="/admin/categories/new">新建一个</a>
        </>
      )}
      。
    </p>
  );
}
