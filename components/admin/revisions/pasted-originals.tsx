import { ChevronLeft } from "lucide-react";
import { beijingIso, longTime } from "@/lib/dates";
import type { LoadedPastes } from "@/lib/revisions/loaders";
import { revisionsPath } from "@/lib/revisions/validation";

/** Strangers' HTML: styles of its own and nothing else; no script, no picture or font from anywhere. */
const CAGE = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;

/** What was pasted into a version, as it looked where it came from, and its source. */
export function PastedOriginals({ found: { article, version, items } }: { found: LoadedPastes }) {
  return (
    <main id="main" className="rev">
      <h1>第 {version} 版粘贴的原文</h1>
      <nav className="rev-steps" aria-label="版本">
        <a href={revisionsPath(article.id)}>
          <ChevronLeft className="icon" aria-hidden />
          版本记录
        </a>
      </nav>
      <ol className="rev-pastes" aria-label="粘贴的原文，按时间">
        {items.map(({ id, html, report, createdAt }, index) => (
          <li key={id}>
            <h2>
              第 {index + 1} 次粘贴 <time dateTime={beijingIso(createdAt)}>{longTime(createdAt)}</time>
            </h2>
            <p className="rev-meta">{report || "内容都留在稿子里了"}</p>
            <iframe title={`第 ${index + 1} 次粘贴的样子`} sandbox="" srcDoc={CAGE + html} />
            <details>
              <summary>HTML 源码</summary>
              <textarea aria-label={`第 ${index + 1} 次粘贴的源码`} readOnly rows={12} defaultValue={html} />
            </details>
          </li>
        ))}
      </ol>
      <p className="rev-meta">外站的图片和脚本在这里不会载入。每份最多存 200 KB。</p>
    </main>
  );
}
