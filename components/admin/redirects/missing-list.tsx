type Props = { missing: { path: string; hits: number; lastDay: string }[] };

/** Addresses that readers ask for and that are not there; each leads into the form. */
export function MissingList({ missing }: Props) {
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">近 7 日常有人找不到</h2>
      {missing.length === 0 ? (
        <p className="hint">没有读者遇到 404。只数地址和次数，不记是谁；机器人与探测不算。</p>
      ) : (
        <ul className="missing">
          {missing.map(({ path, hits }) => (
            <li key={path}>
              <span>
                <span className="path">{path}</span>
                <small>{hits} 次</small>
              </span>
              <a
                className="btn"
                href={`/admin/redirects?from=${encodeURIComponent(path)}#add`}
                aria-label={`为 ${path} 加重定向`}
              >
                转走
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
