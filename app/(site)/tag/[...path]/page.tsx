import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { loadTopic, readFurther } from "@/lib/articles/list-loaders";
import { decodeParts } from "@/lib/route-params";
import { olderPath, tagPath } from "@/lib/urls";

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
  return (
    <Frame>
      <header className="page-head">
        <p className="kicker">标签</p>
        <h1>{found.topic.name}</h1>
      </header>
      <ListView page={found.page} listPath={tagPath(found.topic.slug)} empty="还没有带这个标签的报道。" />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found) return missingMetadata;
  const { path } = await params;
  const listPath = tagPath(found.topic.slug);
  const canonical = path.length > 1 ? olderPath(listPath, path.at(-1)!) : listPath;
  return {
    title: found.topic.name,
    description: `带有标签“${found.topic.name}”的报道，按时间排列。`,
    alternates: { canonical },
  };
}
