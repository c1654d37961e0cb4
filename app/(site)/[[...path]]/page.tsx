import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { SecurityBars } from "@/components/site/count-bars";
import { Frame } from "@/components/site/frame";
import { Latest, Lead, Outlets, Reads, Second, Wire } from "@/components/site/front";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { PageHead } from "@/components/site/page-head";
import { loadBusiestOutlets, loadFrontNews } from "@/lib/articles/front-loaders";
import { loadMissing, loadOlderStories, readFurther } from "@/lib/articles/list-loaders";
import { listMetadata } from "@/lib/articles/list-metadata";
import { decodeParts } from "@/lib/route-params";
import { loadSite } from "@/lib/settings/loaders";
import { isForReaders } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

/** The front page, its further pages, and every address that no other route knows. */
export default async function FrontOrOldAddress({ params }: Props) {
  const path = decodeParts((await params).path ?? []);
  if (!path) return <Missing />;
  // Not sent by the page server, so the page of a missing address could not have its status here.
  if (path[0] !== undefined && !isForReaders(path[0])) notFound();
  if (path.length === 0) return <FrontPage />;
  const further = readFurther(path);
  const page = further?.cursor ? await loadOlderStories(further.cursor) : null;
  if (!page) {
    const to = await loadMissing(`/${path.join("/")}`);
    if (to) permanentRedirect(to);
    return <Missing />;
  }
  return (
    <Frame section="home">
      <PageHead title="更早的报道" page={page} />
      <ListView page={page} listPath="/" empty="" />
    </Frame>
  );
}

async function FrontPage() {
  const today = new Date();
  const [news, outlets] = await Promise.all([loadFrontNews(), loadBusiestOutlets()]);
  const { lead, figure, seconds, latest, reads, flashes, flashesOnDesktop, hot } = news;
  return (
    <Frame section="home" today={today}>
      <div className="front">
        {lead ? (
          <Lead card={lead} today={today} figure={figure} />
        ) : (
          <p className="lead stand">还没有报道。发布第一篇之后，这里就是头条。</p>
        )}
        <div className="seconds">
          {seconds.map(({ card, withBrief }) => (
            <Second key={card.id} card={card} today={today} withBrief={withBrief} />
          ))}
        </div>
        <Wire cards={flashes} onDesktop={flashesOnDesktop} today={today} />
        <Latest cards={latest} today={today} />
        <div className="rail">
          {hot.length > 0 && <SecurityBars id="hot" title="近三日提及最多" securities={hot} />}
          {reads.length > 0 && <Reads cards={reads} />}
        </div>
      </div>
      {outlets.length > 0 && <Outlets outlets={outlets} />}
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = decodeParts((await params).path ?? []) ?? [];
  const { description } = await loadSite();
  if (path.length === 0) return { description, alternates: { canonical: "/" } };
  const cursor = readFurther(path)?.cursor;
  const page = cursor ? await loadOlderStories(cursor) : null;
  return page ? listMetadata({ name: "全部报道", description, listPath: "/", cursor, page }) : missingMetadata;
}
