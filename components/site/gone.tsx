import type { Gone } from "@/lib/articles/loaders";
import { beijingIso, longTime } from "@/lib/dates";

/** Says openly that an article was withdrawn, when and why. */
export function GonePage({ gone }: { gone: Gone }) {
  return (
    <section className="blank" aria-labelledby="gone">
      <p className="big num">410</p>
      <h1 id="gone">这篇报道已撤回</h1>
      <p>
        <b>{gone.title}</b>　{gone.categoryName}
        {gone.publishAt && (
          <>
            ，<time dateTime={beijingIso(gone.publishAt)}>{longTime(gone.publishAt)}</time> 发布
          </>
        )}
      </p>
      <dl className="source">
        <div>
          <dt>撤回时间</dt>
          <dd>
            <time dateTime={beijingIso(gone.withdrawnAt)}>{longTime(gone.withdrawnAt)}</time>
          </dd>
        </div>
        <div>
          <dt>原因</dt>
          <dd>{gone.reason || "未说明"}</dd>
        </div>
      </dl>
      <p>
        <a href="/">回到首页</a>
      </p>
    </section>
  );
}
