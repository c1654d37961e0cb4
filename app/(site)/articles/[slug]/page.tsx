import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { ArticlePage } from "@/components/site/article-page";
import { Frame } from "@/components/site/frame";
import { GonePage, goneMetadata } from "@/components/site/gone";
import { Missing, missingMetadata } from "@/components/site/missing";
import { TakenDownPage, takenDownMetadata } from "@/components/site/taken-down";
import { loadArticle } from "@/lib/articles/loaders";
import { beijingIso } from "@/lib/dates";
import { oembedTypes } from "@/lib/embeds/oembed-types";
import { pageMetadata } from "@/lib/metadata";
import { decodeParts } from "@/lib/route-params";
import { loadSite } from "@/lib/settings/loaders";
import { drawArticle, shareImage } from "@/lib/share-images/drawing";
import { articlePath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

async function load(params: Props["params"]) {
  const slug = decodeParts([(await params).slug])?.[0];
  return slug === undefined ? null : loadArticle(slug);
}

export default async function Page({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  if (found.state === "moved") permanentRedirect(found.to);
  if (found.state === "gone") {
    return (
      <Frame>
        <GonePage gone={found.gone} />
      </Frame>
    );
  }
  if (found.state === "taken-down") {
    return (
      <Frame>
        <TakenDownPage record={found.takenDown} />
      </Frame>
    );
  }
  return <ArticlePage article={found.article} withReport />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found?.state === "gone") return goneMetadata(found.gone);
  if (found?.state === "taken-down") return takenDownMetadata;
  if (found?.state !== "public") return missingMetadata;
  const { id, title, description, slug, publishAt, revisedAt, sourceName, categoryName, policy } = found.article;
  return pageMetadata({
    ...{ as: "article", outlet: policy, title, description, path: articlePath(slug) },
    image: shareImage("article", id, drawArticle(found.article, await loadSite())),
    published: {
      ...{ at: beijingIso(publishAt), changedAt: beijingIso(revisedAt ?? publishAt) },
      ...{ by: sourceName || categoryName, section: categoryName },
    },
    types: oembedTypes(slug),
  });
}
