import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { CollectionData } from "@/components/site/data/collection-data";
import { HomeData } from "@/components/site/data/home-data";
import { Frame } from "@/components/site/frame";
import { FrontPage } from "@/components/site/front-page";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { PageHead } from "@/components/site/page-head";
import { readFurther } from "@/lib/articles/further";
import { loadMissing, loadOlderStories } from "@/lib/articles/list-loaders";
import { listMetadata } from "@/lib/articles/list-metadata";
import { descriptionOf } from "@/lib/excerpt";
import { feedTypes } from "@/lib/feeds/address";
import { loadBar, loadBusiestOutlets, loadFrontNews } from "@/lib/front/loaders";
import { loadLiveMark } from "@/lib/live/loaders";
import { pageMetadata } from "@/lib/metadata";
import { decodeParts } from "@/lib/route-params";
import { loadSite } from "@/lib/settings/loaders";
import { homePath, isForReaders } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

/** The front page, its further pages, and every address that no other route knows. */
export default async function FrontOrOldAddress({ params }: Props) {
  const path = decodeParts((await params).path ?? []);
  if (!path) return <Missing />;
  // Not sent by the page server, so the page of a missing address could not have its status here.
  if (path[0] !== undefined && !isForReaders(path[0])) notFound();
  if (path.length === 0) return <Front />;
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
      <CollectionData name="更早的报道" listPath="/" cursor={further?.cursor} items={page.cards} />
    </Frame>
  );
}

async function Front() {
  const mark = await loadLiveMark();
  const [news, outlets, bar] = await Promise.all([loadFrontNews(), loadBusiestOutlets(), loadBar()]);
  return (
    <>
      <FrontPage news={news} outlets={outlets} bar={bar} today={new Date()} mark={mark} />
      <HomeData />
    </>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = decodeParts((await params).path ?? []) ?? [];
  const { name: siteName, description: about, tagline } = await loadSite();
  const types = feedTypes("/", siteName);
  const description = descriptionOf(about, tagline);
  if (path.length === 0) return pageMetadata({ as: "list", description, path: homePath, types });
  const cursor = readFurther(path)?.cursor;
  const page = cursor ? await loadOlderStories(cursor) : null;
  if (!page) return missingMetadata;
  return listMetadata({ as: "further", name: "全部报道", description, listPath: "/", cursor, page, types });
}
