import type { Mentioned } from "@/lib/articles/cards";
import { stockPath } from "@/lib/urls";

type Props = { id: string; title: string; securities: (Mentioned & { count: number })[] };

/** Securities with the number of articles that name them, as bars. */
export function SecurityBars({ id, title, securities }: Props) {
  const most = Math.max(1, ...securities.map(({ count }) => count));
  return (
    <section aria-labelledby={id}>
      <div className="sect-head">
        <h2 id={id}>{title}</h2>
      </div>
      <table className="hot">
        <thead className="sr">
          <tr>
            <th scope="col">证券</th>
            <th scope="col">代码</th>
            <th scope="col">篇数</th>
          </tr>
        </thead>
        <tbody>
          {securities.map(({ symbol, name, count }) => (
            <tr key={symbol}>
              <th scope="row">
                <a href={stockPath(symbol)}>{name}</a>
              </th>
              <td>{symbol}</td>
              <td>
                <span className="bar">
                  <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={Math.round((count / most) * 100)} height="4" />
                  </svg>
                  {count} 篇
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
