import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { CollectionData } from "@/components/site/data/collection-data";
import { DirectoryPage } from "@/components/site/directory";
import { FeedLink } from "@/components/site/feed-link";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { FollowButton } from "@/components/site/my/follow-button";
import { OutletNote } from "@/components/site/notes";
import { PageHead } from "@/components/site/page-head";
import { readFurther } from "@/lib/articles/further";
import { loadCategory, loadDirectory } from "@/lib/articles/list-loaders";
import { listKind, listMetadata } from "@/lib/articles/list-metadata";
import { descriptionOf } from "@/lib/excerpt";
import { feedPath, feedTypes } from "@/lib/feeds/address";
import { pageMetadata } from "@/lib/metadata";
import { decodeParts } from "@/lib/route-params";
import { loadSite } from "@/lib/settings/loaders";
import { drawOutlet, shareImage } from "@/lib/share-images/drawing";
import { categoriesPath, categoryPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function load(params: Props["params"]) {
  const [slug, ...rest] = decodeParts((await params).path ?? []) ?? [""];
  if (slug === undefined) return "directory" as const;
  const further = readFurther(rest);
  return further && slug ? loadCategory(slug, further.cursor) : null;
}

export default async function CategoryPage({ params }: Props) {
  const found = await load(params);
  if (found === "directory") return <DirectoryPage groups={await loadDirectory()} />;
  if (!found) return <Missing />;
  if (found.state === "moved") permanentRedirect(found.to);
  const { category, page } = found;
  const listPath = categoryPath(category.slug);
  const cursor = page.older ? (await params).path?.at(-1) : undefined;
  return (
    <Frame section="outlets">
      <PageHead
        title={category.name}
        crumb={{ href: categoriesPath, label: "媒体" }}
        page={page}
        logo={category.logo}
        note={<OutletNote outlet={category} />}
        acts={
          <>
            <FollowButton path={listPath} title={category.name} />
            <FeedLink href={feedPath(listPath, "rss")} />
          </>
        }
      />
      <ListView page={page} listPath={listPath} hideOutlet empty="这家媒体还没有公开的报道。" />
      <CollectionData name={category.name} listPath={listPath} cursor={cursor} items={page.cards} />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found === "directory") {
    const description = "本站收录的全部财经媒体，按名称的拼音排列。";
    return pageMetadata({ as: "list", title: "全部媒体 A–Z", description, path: categoriesPath });
  }
  if (found?.state !== "found") return missingMetadata;
  const { path = [] } = await params;
  const { id, name, slug, description, policy } = found.category;
  const listPath = categoryPath(slug);
  return listMetadata({
    as: listKind(found.page, "outlet"),
    outlet: policy,
    name,
    description: descriptionOf(description, `${name}的最新报道，按时间排列，永久存档。`),
    listPath,
    cursor: found.page.older ? path.at(-1) : undefined,
    page: found.page,
    image: shareImage("outlet", id, drawOutlet(found.category, await loadSite())),
    types: feedTypes(listPath, name),
  });
}
