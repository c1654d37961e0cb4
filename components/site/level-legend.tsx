import { LevelMark } from "@/components/site/flash-row";

export function LevelLegend() {
  return (
    <section aria-labelledby="levels">
      <div className="sect-head">
        <h2 id="levels">级别怎么看</h2>
      </div>
      <dl className="legend-lv">
        <div>
          <dt>普通</dt>
          <dd>正常字重，不加标记</dd>
        </div>
        <div>
          <dt>
            <LevelMark level={2} />
          </dt>
          <dd>影响一个行业，标题加粗</dd>
        </div>
        <div>
          <dt>
            <LevelMark level={3} />
          </dt>
          <dd>影响全市场，字号加大</dd>
        </div>
      </dl>
    </section>
  );
}
