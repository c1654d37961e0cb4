import { revisionsPath } from "@/lib/revisions/validation";

/** From the writing page to the article's history and preview. Full page loads, so that unsaved text is asked about. */
export function WritingLinks({ id, version }: { id: string; version: number }) {
  return (
    <nav className="wlinks" aria-label="这篇文章">
      <a href={revisionsPath(id)} aria-label={`第 ${version} 版，版本记录`}>
        版本记录
      </a>
      <a href={`/admin/articles/${id}/preview`}>预览</a>
    </nav>
  );
}
