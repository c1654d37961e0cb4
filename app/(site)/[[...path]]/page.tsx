import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { FrontPage } from "@/components/site/front-page";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { PageHead } from "@/components/site/page-head";
import { readFurther } from "@/lib/articles/further";
import { loadMissing, loadOlderStories } from "@/lib/articles/list-loaders";
import { listMetadata } from "@/lib/articles/list-metadata";
import { feedTypes } from "@/lib/feeds/address";
import { loadBar, loadBusiestOutlets, loadFrontNews } from "@/lib/front/loaders";
import { indexAs } from "@/lib/indexing/index-as";
import { loadLiveMark } from "@/lib/live/loaders";
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
    </Frame>
  );
}

async function Front() {
  const mark = await loadLiveMark();
  const [news, outlets, bar] = await Promise.all([loadFrontNews(), loadBusiestOutlets(), loadBar()]);
  return <FrontPage news={news} outlets={outlets} bar={bar} today={new Date()} mark={mark} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = decodeParts((await params).path ?? []) ?? [];
  const { name: siteName, description } = await loadSite();
  const types = feedTypes("/", siteName);
  if (path.length === 0) return { ...indexAs("list"), description, alternates: { canonical: "/", types } };
  const cursor = readFurther(path)?.cursor;
  const page = cursor ? await loadOlderStories(cursor) : null;
  if (!page) return missingMetadata;
  const list = listMetadata({ name: "全部报道", description, listPath: "/", cursor, page, types });
  return { ...list, ...indexAs("further") };
}
