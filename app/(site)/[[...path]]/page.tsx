import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { Latest, Lead, Outlets, Second, Wire } from "@/components/site/front";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { SecurityBars } from "@/components/site/security-bars";
import { loadBusiestOutlets, loadMissing, loadOlderStories, readFurther } from "@/lib/articles/list-loaders";
import { loadFrontNews, loadMostMentioned } from "@/lib/articles/loaders";
import { decodeParts } from "@/lib/route-params";
import { isForReaders, olderPath } from "@/lib/urls";

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
      <header className="page-head">
        <h1>更早的报道</h1>
      </header>
      <ListView page={page} listPath="/" empty="" />
    </Frame>
  );
}

async function FrontPage() {
  const today = new Date();
  const [{ lead, figure, seconds, latest, flashes }, outlets, hot] = await Promise.all([
    loadFrontNews(),
    loadBusiestOutlets(),
    loadMostMentioned(),
  ]);
  return (
    <Frame section="home" today={today}>
      <div className="front">
        {lead ? (
          <Lead card={lead} today={today} figure={figure} />
        ) : (
          <p className="lead stand">还没有报道。发布第一篇之后，这里就是头条。</p>
        )}
        <div className="seconds">
          {seconds.map((card, index) => (
            <Second key={card.id} card={card} today={today} withBrief={index < 2} />
          ))}
        </div>
        <Wire cards={flashes} today={today} />
        <Latest cards={latest} today={today} />
        <div className="rail">
          {hot.length > 0 && <SecurityBars id="hot" title="近三日提及最多" securities={hot} />}
        </div>
      </div>
      {outlets.length > 0 && <Outlets outlets={outlets} />}
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = decodeParts((await params).path ?? []) ?? [];
  const description = "汇集各家财经媒体的报道与 7×24 小时快讯，一处读完，永久存档。";
  if (path.length === 0) return { description, alternates: { canonical: "/" } };
  const cursor = readFurther(path)?.cursor;
  return cursor
    ? { title: "更早的报道", description, alternates: { canonical: olderPath("/", cursor) } }
    : missingMetadata;
}
