import { MissingRow } from "@/components/admin/redirects/missing-row";
import { RestoreMissing } from "@/components/admin/redirects/restore-missing";
import type { Missing } from "@/lib/redirects/missing-loaders";

/** Addresses that readers ask for and that are not there: each is led elsewhere, or ignored, with one press. */
export function MissingList({ missing: { lines, automatic, ignored } }: { missing: Missing }) {
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">近 7 日常有人找不到</h2>
      {lines.length === 0 ? (
        <p className="hint">没有读者遇到 404。只数地址和次数，不记是谁、从哪里来。</p>
      ) : (
        <ul className="missing">
          {lines.map((line) => (
            <MissingRow key={line.path} line={line} />
          ))}
        </ul>
      )}
      {automatic.length > 0 && (
        <details className="missing-more">
          <summary>程序自动请求的 {automatic.length} 个地址</summary>
          <p className="hint">浏览器、手机和扫描程序对每个网站都这样问，不是读者手里的链接。</p>
          <ul className="missing">
            {automatic.map(({ path, hits }) => (
              <li key={path}>
                <span className="path">{path}</span>
                <small>{hits} 次</small>
              </li>
            ))}
          </ul>
        </details>
      )}
      {ignored.length > 0 && (
        <details className="missing-more">
          <summary>已忽略的 {ignored.length} 个地址</summary>
          <ul className="missing">
            {ignored.map(({ path, by }) => (
              <li key={path}>
                <span>
                  <span className="path">{path}</span>
                  <small>由{by}忽略</small>
                </span>
                <RestoreMissing path={path} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
