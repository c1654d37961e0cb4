import { sayCount } from "@/components/ui/say-count";
import { beijingIso, recentTime } from "@/lib/dates";
import type { TagLine } from "@/lib/tags/desk-loaders";
import type { TagParams } from "@/lib/tags/params";
import { tagPath } from "@/lib/urls";

type Props = { rows: TagLine[]; state: TagParams; now: string; mayChange: boolean };

function Row({ row, now }: { row: TagLine; now: string }) {
  const { id, name, slug, count, createdAt, aliases, twin, into } = row;
  const made = <time dateTime={beijingIso(createdAt)}>{recentTime(createdAt, now)}</time>;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/tags/${id}`}>{name}</a>
        {twin && <span className="sound-mark">与「{twin}」地址相同</span>}
        {into && <span className="st st-gone off">并入「{into}」</span>}
        <a className="path reader" href={tagPath(slug)}>
          /tag/{slug}
        </a>
        <span className="sub">
          <span>{sayCount(count)} 篇</span>
          {aliases > 0 && <span>{aliases} 个别名</span>}
          <span>建于 {made}</span>
        </span>
      </th>
      <td className="n w4">{sayCount(count)}</td>
      <td className="n w4">{aliases || ""}</td>
      <td className="w3">{made}</td>
    </tr>
  );
}

/** Tags with their address and how many articles carry them. */
export function TagTable({ rows, state, now, mayChange }: Props) {
  if (rows.length === 0) return <None state={state} mayChange={mayChange} />;
  return (
    <table className="grid outlets">
      <caption className="sr">标签</caption>
      <thead>
        <tr>
          <th scope="col">名称与地址</th>
          <th scope="col" className="n w4">
            文章
          </th>
          <th scope="col" className="n w4">
            别名
          </th>
          <th scope="col" className="w3">
            新建
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

function None({ state, mayChange }: { state: TagParams; mayChange: boolean }) {
  if (state.q)
    return (
      <p className="none">
        没有带“{state.q}”的标签。<a href="/admin/tags">看全部</a>
        {mayChange && (
          <>
            ，或 <a href="/admin/tags/new">新建一个</a>
          </>
        )}
      </p>
    );
  if (state.view === "same") return <p className="none">没有地址相同的标签。</p>;
  if (state.view === "merged") return <p className="none">还没有并入别处的标签。在标签的页面里可以合并。</p>;
  return (
    <p className="none">
      还没有标签。写稿时填的标签都在这里
      {mayChange && (
        <>
          ，也可以 <a href="/admin/tags/new">新建一个</a>
        </>
      )}
      。
    </p>
  );
}
