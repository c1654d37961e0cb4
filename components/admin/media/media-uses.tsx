import type { MediaDetails } from "@/lib/media/loaders";

/** Articles that show a picture, and those whose older versions do. */
export function MediaUses({ uses }: { uses: MediaDetails["uses"] }) {
  return (
    <section className="uses">
      <h3>用在哪里</h3>
      {uses.length === 0 ? (
        <p className="hint">还没有文章用它。</p>
      ) : (
        <ul>
          {uses.map((use) => (
            <li key={use.id}>
              {use.title === null ? "别人的稿子" : <a href={`/admin/articles/${use.id}`}>{use.title}</a>}
              {!use.inText && <small>（只在旧版本里）</small>}
              {use.inText && use.status === "trashed" && <small>（在回收站）</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
