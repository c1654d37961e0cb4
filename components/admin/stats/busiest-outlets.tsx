type Props = { title: string; outlets: { id: string; name: string; count: number }[] };

/** Outlets by what they published, as bars and as figures. */
export function BusiestOutlets({ title, outlets }: Props) {
  const most = Math.max(1, ...outlets.map(({ count }) => count));
  return (
    <section aria-labelledby="outlets-title">
      <h2 id="outlets-title">{title}</h2>
      {outlets.length === 0 ? (
        <p className="hint">这段时间没有发布。</p>
      ) : (
        <table className="mini">
          <thead className="sr">
            <tr>
              <th scope="col">媒体</th>
              <th scope="col">篇数</th>
            </tr>
          </thead>
          <tbody>
            {outlets.map(({ id, name, count }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/admin/articles?status=published&category=${id}`}>{name}</a>
                </th>
                <td>
                  <span className="bar">
                    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                      <rect width={Math.round((count / most) * 100)} height="4" />
                    </svg>
                    {count}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
