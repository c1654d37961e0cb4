import { Button } from "@/components/ui/button";
import { beijingIso, longTime } from "@/lib/dates";

export type SharedLink = { link: string; createdAt: string; expiresAt: string; creator: string | null };

type Props = { links: SharedLink[]; pending: boolean; onRevoke: (link: string) => void };

/** The links that work now. Which address each has, nobody can tell any more. */
export function LinkList({ links, pending, onRevoke }: Props) {
  if (links.length === 0) return <p className="hint">现在没有可用的外链。</p>;
  return (
    <section aria-labelledby="share-list">
      <h3 id="share-list">可用的外链</h3>
      <ul className="pv-links">
        {links.map(({ link, createdAt, expiresAt, creator }) => (
          <li key={link}>
            <p>
              <time dateTime={beijingIso(expiresAt)}>{longTime(expiresAt)}</time> 到期
              <small>
                {creator ?? "已离开的同事"}，<time dateTime={beijingIso(createdAt)}>{longTime(createdAt)}</time> 生成
              </small>
            </p>
            <Button look="danger" pending={pending} onClick={() => onRevoke(link)}>
              撤销
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
