import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { CollectionData } from "@/components/site/data/collection-data";
import { FeedLink } from "@/components/site/feed-link";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { PageHead } from "@/components/site/page-head";
import { TakenDownPage, takenDownMetadata } from "@/components/site/taken-down";
import { readFurther } from "@/lib/articles/further";
import { loadTopic } from "@/lib/articles/list-loaders";
import { listKind, listMetadata } from "@/lib/articles/list-metadata";
import { descriptionOf } from "@/lib/excerpt";
import { feedPath, feedTypes } from "@/lib/feeds/address";
import { decodeParts } from "@/lib/route-params";
import { loadSite } from "@/lib/settings/loaders";
import { drawTag, shareImage } from "@/lib/share-images/drawing";
import { tagPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path: string[] }> };

async function load(params: Props["params"]) {
  const [slug, ...rest] = decodeParts((await params).path) ?? [];
  const further = readFurther(rest);
  return slug && further ? loadTopic(slug, further.cursor) : null;
}

export default async function TagPage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  if (found.state === "moved") permanentRedirect(found.to);
  if (found.state === "taken-down") {
    return (
      <Frame>
        <TakenDownPage record={found.takenDown} />
      </Frame>
    );
  }
  const cursor = found.page.older ? (await params).path.at(-1) : undefined;
  return (
    <Frame>
      <PageHead
        title={found.topic.name}
        kicker="标签"
        page={found.page}
        acts={<FeedLink href={feedPath(tagPath(found.topic.slug), "rss")} />}
        note={<p>{found.topic.description || "带有这个标签的全部报道与快讯。"}</p>}
      />
      <ListView page={found.page} listPath={tagPath(found.topic.slug)} empty="还没有带这个标签的报道。" />
      <CollectionData
        name={found.topic.name}
        listPath={tagPath(found.topic.slug)}
        cursor={cursor}
        items={found.page.cards}
      />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found?.state === "taken-down") return takenDownMetadata;
  if (found?.state !== "found") return missingMetadata;
  const { id, name, slug, description } = found.topic;
  return listMetadata({
    as: listKind(found.page),
    name,
    description: descriptionOf(description, `带有标签“${name}”的全部报道与快讯，按时间排列。`),
    listPath: tagPath(slug),
    cursor: found.page.older ? (await params).path.at(-1) : undefined,
    page: found.page,
    image: shareImage("tag", id, drawTag(found.topic, await loadSite())),
    types: feedTypes(tagPath(slug), name),
  });
}
