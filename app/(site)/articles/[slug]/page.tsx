import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { ArticleHeader, ArticleText } from "@/components/site/article";
import { ArticleRail } from "@/components/site/article-rail";
import { Frame } from "@/components/site/frame";
import { GonePage } from "@/components/site/gone";
import { Missing, missingMetadata } from "@/components/site/missing";
import { loadArticle } from "@/lib/articles/loaders";
import { decodeParts } from "@/lib/route-params";
import { articlePath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

async function load(params: Props["params"]) {
  const slug = decodeParts([(await params).slug])?.[0];
  return slug === undefined ? null : loadArticle(slug);
}

export default async function ArticlePage({ params }: Props) {
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
  return (
    <Frame>
      <article className="story">
        <ArticleHeader article={found.article} />
        <ArticleText article={found.article} />
        <ArticleRail article={found.article} />
      </article>
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found?.state === "gone") return { title: "已撤回", robots: { index: false } };
  if (found?.state !== "public") return missingMetadata;
  const { title, description, slug, publishAt, revisedAt } = found.article;
  return {
    title,
    description,
    alternates: { canonical: articlePath(slug) },
    openGraph: { type: "article", title, description, publishedTime: publishAt, modifiedTime: revisedAt ?? publishAt },
  };
}
