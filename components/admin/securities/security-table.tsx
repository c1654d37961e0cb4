import { sayCount } from "@/components/ui/say-count";
import type { SecurityLine } from "@/lib/securities/desk-loaders";
import { type SecurityParams, securitiesPath } from "@/lib/securities/params";
import { KIND_NAMES } from "@/lib/securities/words";
import { stockPath } from "@/lib/urls";

type Props = { rows: SecurityLine[]; state: SecurityParams; mayChange: boolean };

function Row({ row }: { row: SecurityLine }) {
  const { symbol, kind, name, isAmbiguous, counterpart, aliases, count, refused } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/securities/${symbol}`}>{name}</a>
        {isAmbiguous && <span className="sound-mark">易混</span>}
        <a className="path reader" href={stockPath(symbol)} aria-label={`${name}的页面，${symbol}`}>
          {symbol}
        </a>
        <span className="sub">
          <span>{KIND_NAMES[kind]}</span>
          <span>{sayCount(count)} 篇</span>
          {aliases.length > 0 && <span>又叫{aliases.join("、")}</span>}
          {refused > 0 && <span>拒绝过 {refused} 个链接</span>}
        </span>
      </th>
      <td className="w3 sec-names">
        {aliases.join("、")}
        {counterpart && <small className="num">对应 {counterpart}</small>}
        {refused > 0 && <small>拒绝过 {refused} 个链接</small>}
      </td>
      <td className="w3 sec-kind">{KIND_NAMES[kind]}</td>
      <td className="n w4">{sayCount(count)}</td>
    </tr>
  );
}

/** Securities with their code, what else they are called and how many articles mention them. */
export function SecurityTable({ rows, state, mayChange }: Props) {
  if (rows.length === 0) return <None state={state} mayChange={mayChange} />;
  return (
    <table className="grid outlets">
      <caption className="sr">证券，按代码排列</caption>
      <thead>
        <tr>
          <th scope="col">名称与代码</th>
          <th scope="col" className="w3 sec-names">
            别名
          </th>
          <th scope="col" className="w3 sec-kind">
            类型
          </th>
          <th scope="col" className="n w4">
            提及
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.symbol} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function None({ state, mayChange }: Omit<Props, "rows">) {
  if (state.q)
    return (
      <p className="none">
        没有符合“{state.q}”的证券。<a href={securitiesPath({ ...state, q: undefined })}>看全部</a>
        {mayChange && (
          <>
            ，或 <a href="/admin/securities/new">加一只</a>
          </>
        )}
        。
      </p>
    );
  if (state.view === "refused") return <p className="none">没有被拒的链接指向这里的证券。</p>;
  if (state.view === "edited") return <p className="none">还没有人改过证券的名称。</p>;
  return <p className="none">没有证券。启动时会放进自带的名单。</p>;
}
