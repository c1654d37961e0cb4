import { CORRECTIONS_WAY, HOME_WAY, Ways } from "@/components/site/ways";
import type { Gone } from "@/lib/articles/loaders";
import { beijingIso, longTime } from "@/lib/dates";
import { excerpt } from "@/lib/excerpt";
import { indexAs } from "@/lib/indexing/index-as";
import { robotsOf } from "@/lib/indexing/policy";
import { categoryPath } from "@/lib/urls";

export const goneMetadata = ({ title, categoryName }: Gone) => ({
  title: "已撤回",
  description: excerpt(`${categoryName}的报道${title && `《${title}》`}已撤回，页面上写明时间与原因。`),
  ...robotsOf("missing"),
});

/** Says openly that an article was withdrawn, when and why. */
export function GonePage({ gone }: { gone: Gone }) {
  indexAs("missing");
  const { title, categoryName, categorySlug, publishAt, withdrawnAt, reason } = gone;
  return (
    <section className="blank" aria-labelledby="gone">
      <p className="big num">410</p>
      <h1 id="gone">这篇报道已撤回</h1>
      <p className="blank-what">
        {title && <b>{title}</b>}
        {categoryName}
        {publishAt && (
          <>
            ，<time dateTime={beijingIso(publishAt)}>{longTime(publishAt)}</time> 发布
          </>
        )}
      </p>
      <dl className="source">
        <div>
          <dt>撤回时间</dt>
          <dd>
            <time dateTime={beijingIso(withdrawnAt)}>{longTime(withdrawnAt)}</time>
          </dd>
        </div>
        <div>
          <dt>原因</dt>
          <dd>{reason || "未说明"}</dd>
        </div>
      </dl>
      <Ways
        ways={[
          CORRECTIONS_WAY,
          { href: categoryPath(categorySlug), label: categoryName, says: "这家媒体的其他报道" },
          HOME_WAY,
        ]}
      />
    </section>
  );
}
