import { clusterDeskPath } from "@/lib/clusters/validation";
import { revisionsPath } from "@/lib/revisions/validation";

type Props = {
  id: string;
  version: number;
  /** The desk decides which articles tell one story. */
  withCluster: boolean;
};

/** From the writing page to what belongs to the article. Full page loads, so that unsaved text is asked about. */
export function WritingLinks({ id, version, withCluster }: Props) {
  return (
    <nav className="wlinks" aria-label="这篇文章">
      <a href={revisionsPath(id)} aria-label={`第 ${version} 版，版本记录`}>
        版本记录
      </a>
      <a href={`/admin/articles/${id}/preview`}>预览</a>
      {withCluster && <a href={clusterDeskPath(id)}>同题报道</a>}
    </nav>
  );
}
