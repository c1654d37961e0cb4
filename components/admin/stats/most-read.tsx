import { grouped } from "./numbers";

type Props = { title: string; articles: { id: string; title: string; outlet: string; views: number }[] };

export function MostRead({ title, articles }: Props) {
  return (
    <section className="span3" aria-labelledby="reads-title">
      <h2 id="reads-title">{title}</h2>
      {articles.length === 0 ? (
        <p className="hint">还没有人读过。打开几篇文章，几秒钟后这里就有了。</p>
      ) : (
        <table className="mini">
          <thead>
            <tr>
              <th scope="col">文章</th>
              <th scope="col" className="hide">
                媒体
              </th>
              <th scope="col" className="n">
                浏览
              </th>
            </tr>
          </thead>
          <tbody>
            {articles.map(({ id, title, outlet, views }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/admin/articles/${id}`}>{title}</a>
                </th>
                <td className="hide">{outlet}</td>
                <td className="n">{grouped(views)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
