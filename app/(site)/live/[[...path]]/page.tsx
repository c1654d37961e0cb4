import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { LevelLegend } from "@/components/site/level-legend";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { loadLive, readFurther } from "@/lib/articles/list-loaders";
import { decodeParts } from "@/lib/route-params";
import { livePath, olderPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function load(params: Props["params"]) {
  const parts = decodeParts((await params).path ?? []);
  const further = parts && readFurther(parts);
  const page = further && (await loadLive(further.cursor));
  return page && { page, canonical: further.cursor ? olderPath(livePath, further.cursor) : livePath };
}

export default async function LivePage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  return (
    <Frame section="live">
      <header className="page-head">
        <h1>7×24 快讯</h1>
      </header>
      <ListView page={found.page} listPath={livePath} flashes empty="还没有快讯。" rail={<LevelLegend />} />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found) return missingMetadata;
  return {
    title: "7×24 快讯",
    description: "全天候财经快讯，按时间排列，重要的加以标明。",
    alternates: { canonical: found.canonical },
  };
}
