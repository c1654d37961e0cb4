import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { PageHead } from "@/components/site/page-head";
import { TakenDownPage, takenDownMetadata } from "@/components/site/taken-down";
import { readFurther } from "@/lib/articles/further";
import { loadTopic } from "@/lib/articles/list-loaders";
import { listMetadata } from "@/lib/articles/list-metadata";
import { decodeParts } from "@/lib/route-params";
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
  return (
    <Frame>
      <PageHead
        title={found.topic.name}
        kicker="标签"
        page={found.page}
        note={<p>{found.topic.description || "带有这个标签的全部报道与快讯。"}</p>}
      />
      <ListView page={found.page} listPath={tagPath(found.topic.slug)} empty="还没有带这个标签的报道。" />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found?.state === "taken-down") return takenDownMetadata;
  if (found?.state !== "found") return missingMetadata;
  const { name, slug } = found.topic;
  return listMetadata({
    name,
    description: found.topic.description || `带有标签“${name}”的报道，按时间排列。`,
    listPath: tagPath(slug),
    cursor: found.page.older ? (await params).path.at(-1) : undefined,
    page: found.page,
  });
}
