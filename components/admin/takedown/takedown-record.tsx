import { beijingIso, longTime } from "@/lib/dates";
import type { LoadedTakedown } from "@/lib/takedowns/loaders";
import { takedownsPath } from "@/lib/takedowns/validation";
import { articlePath } from "@/lib/urls";
import { RemovedList } from "./removed-list";

type Props = { slug: string; record: NonNullable<LoadedTakedown["record"]> };

/** The stamped record of a takedown. */
export function TakedownRecord({ slug, record }: Props) {
  const { number, createdAt, requester, reason, basis, actorName, sha256, removed, addresses } = record;
  const facts: [string, React.ReactNode][] = [
    ["删除时间", <time key="at" dateTime={beijingIso(createdAt)}>{`${longTime(createdAt)}（北京时间）`}</time>],
    ["要求方", requester],
    ["原因", reason],
    ["依据", basis || "未填"],
    ["经手人", actorName],
    [
      "地址",
      <a key="to" href={articlePath(slug)}>
        {articlePath(slug)}
      </a>,
    ],
    ["校验值", <code key="hash">{sha256}</code>],
  ];
  return (
    <main id="main" className="rev takedown">
      <h1>删除记录第 {number} 号</h1>
      <dl className="grounds">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">校验值是标题、摘要、正文的 SHA-256，各隔一个空行；持有原文的人可以据此证明删除的是哪一篇。</p>
      <section aria-labelledby="gone">
        <h2 id="gone">销毁了什么</h2>
        <RemovedList removed={removed} />
      </section>
      <section aria-labelledby="purge">
        <h2 id="purge">要从 CDN 清除的地址</h2>
        <p className="hint">本站已不再提供这些地址。前面若有缓存，图片可能还留着，请逐条清除。</p>
        <textarea readOnly rows={Math.min(12, addresses.length)} value={addresses.join("\n")} aria-labelledby="purge" />
      </section>
      <p className="ways-out">
        <a href={takedownsPath}>全部删除记录</a>
        <a href="/admin/articles">回到文章列表</a>
      </p>
    </main>
  );
}
