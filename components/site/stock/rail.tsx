import { OutletBars, SecurityBars } from "@/components/site/count-bars";
import type { StockFigures } from "@/lib/securities/stock-loaders";

/** Who writes about a security, and what it is named together with. */
export function StockRail({ company: { of, outlets, securities, isMore } }: { company: StockFigures["company"] }) {
  const span = isMore && <span>最近 {of} 篇</span>;
  return (
    <>
      {outlets.length > 0 && <OutletBars title="谁在写它" outlets={outlets} more={span} />}
      {securities.length > 0 && <SecurityBars id="together" title="常一同出现" securities={securities} more={span} />}
      <p className="aside-note">本页只汇集报道，不提供行情。</p>
    </>
  );
}
