import { Crumb } from "@/components/site/crumb";
import type { ListPage } from "@/lib/articles/list-loaders";
import { timeSpan } from "@/lib/dates";

type Props = {
  title: React.ReactNode;
  page: ListPage;
  /** The way here, or the kind of list where no page stands above it. */
  crumb?: { href: string; label: string };
  kicker?: string;
  /** A picture beside the heading, which says the same in words. */
  logo?: { src: string; width: number; height: number } | null;
  /** What the list is, on its newest page; further pages say their span of time instead. */
  note?: React.ReactNode;
  /** What can be done with the list. */
  acts?: React.ReactNode;
};

/** Heading of a list page. */
export function PageHead({ title, page, crumb, kicker, logo, note, acts }: Props) {
  const [newest, oldest] = [page.cards[0], page.cards.at(-1)];
  return (
    <header className="page-head">
      {crumb && <Crumb steps={[crumb]} />}
      {kicker && <p className="kicker">{kicker}</p>}
      {logo && <img className="outlet-logo" src={logo.src} alt="" width={logo.width} height={logo.height} />}
      <h1>{title}</h1>
      {page.older && newest && oldest ? (
        <p className="stand">{timeSpan(oldest.publishAt, newest.publishAt)}</p>
      ) : (
        note && <div className="stand">{note}</div>
      )}
      {acts && <p className="actions">{acts}</p>}
    </header>
  );
}
