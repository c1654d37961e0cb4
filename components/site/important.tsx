import { Links } from "@/components/site/links";
import type { Card } from "@/lib/articles/cards";

const MOST = 6;

/** The flashes of a page that are marked as important. */
export function Important({ cards }: { cards: Card[] }) {
  const important = cards.filter(({ level }) => level > 1).slice(0, MOST);
  if (important.length === 0) return null;
  return (
    <section aria-labelledby="important">
      <div className="sect-head">
        <h2 id="important">本页要闻</h2>
      </div>
      <Links links={important} time="minute" />
    </section>
  );
}
