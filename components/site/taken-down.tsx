import { CORRECTIONS_WAY, HOME_WAY, Ways } from "@/components/site/ways";
import { beijingIso, longTime } from "@/lib/dates";
import { indexAs } from "@/lib/indexing/index-as";
import { robotsOf } from "@/lib/indexing/policy";
import type { TakenDown } from "@/lib/takedowns/record";

export const takenDownMetadata = {
  title: "已删除",
  description: "这个地址上的报道已按要求永久删除，页面上写明时间、要求方与原因。",
  ...robotsOf("missing"),
};

/** Says that an article was taken down, when, why and at whose request, and nothing of what it was. */
export function TakenDownPage({ record: { number, requester, reason, basis, at } }: { record: TakenDown }) {
  indexAs("missing");
  return (
    <section className="blank" aria-labelledby="taken-down">
      <p className="big num">410</p>
      <h1 id="taken-down">这篇报道已按要求删除</h1>
      <p>文字与图片已永久删除，不再从这里或别处提供。删除留有记录，编号为第 {number} 号。</p>
      <dl className="source">
        <div>
          <dt>删除时间</dt>
          <dd>
            <time dateTime={beijingIso(at)}>{longTime(at)}</time>
          </dd>
        </div>
        <div>
          <dt>要求方</dt>
          <dd>{requester}</dd>
        </div>
        <div>
          <dt>原因</dt>
          <dd>{reason}</dd>
        </div>
        {basis && (
          <div>
            <dt>依据</dt>
            <dd>{basis}</dd>
          </div>
        )}
      </dl>
      <Ways ways={[CORRECTIONS_WAY, HOME_WAY]} />
    </section>
  );
}
