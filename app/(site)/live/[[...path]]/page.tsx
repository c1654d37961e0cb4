import type { Metadata } from "next";
import { BreakingBar } from "@/components/site/breaking-bar";
import { Frame } from "@/components/site/frame";
import { Important } from "@/components/site/important";
import { LevelLegend } from "@/components/site/level-legend";
import { ListView } from "@/components/site/list-view";
import { Missing, missingMetadata } from "@/components/site/missing";
import { PageHead } from "@/components/site/page-head";
import { readFurther } from "@/lib/articles/further";
import { loadLive } from "@/lib/articles/list-loaders";
import { listMetadata } from "@/lib/articles/list-metadata";
import { loadBar } from "@/lib/front/loaders";
import { decodeParts } from "@/lib/route-params";
import { livePath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function load(params: Props["params"]) {
  const parts = decodeParts((await params).path ?? []);
  const further = parts && readFurther(parts);
  const page = further && (await loadLive(further.cursor));
  return page && { page, cursor: further.cursor };
}

export default async function LivePage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  const bar = found.page.older ? null : await loadBar();
  return (
    <Frame section="live">
      {bar && <BreakingBar bar={bar} today={new Date()} />}
      <PageHead title="7×24 快讯" page={found.page} note="全天候更新，最新的在前，时间均为北京时间。" />
      <ListView
        page={found.page}
        listPath={livePath}
        flashes
        empty="还没有快讯。"
        top={<Important cards={found.page.cards} />}
        bottom={<LevelLegend />}
      />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found) return missingMetadata;
  return listMetadata({
    name: "7×24 快讯",
    description: "全天候财经快讯，按时间排列，重要的加以标明。",
    listPath: livePath,
    ...found,
  });
}
