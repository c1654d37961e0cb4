import type { Metadata } from "next";
import { LivePage } from "@/components/site/live/live-page";
import { Missing, missingMetadata } from "@/components/site/missing";
import { readFurther } from "@/lib/articles/further";
import { listKind, listMetadata } from "@/lib/articles/list-metadata";
import { feedTypes } from "@/lib/feeds/address";
import { loadBar } from "@/lib/front/loaders";
import { loadLive } from "@/lib/live/loaders";
import { decodeParts } from "@/lib/route-params";
import { liveImportantPath, livePath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function load(params: Props["params"]) {
  const parts = decodeParts((await params).path ?? []);
  const important = parts?.[0] === "important";
  const further = parts && readFurther(important ? parts.slice(1) : parts);
  const found = further && (await loadLive(important, further.cursor));
  return found && { found, important, cursor: further.cursor };
}

export default async function Live({ params }: Props) {
  const loaded = await load(params);
  if (!loaded) return <Missing />;
  const { found, important, cursor } = loaded;
  const bar = found.page.older ? null : await loadBar();
  return <LivePage found={found} important={important} bar={bar} cursor={cursor} />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const loaded = await load(params);
  if (!loaded) return missingMetadata;
  const { found, important, cursor } = loaded;
  const name = important ? "7×24 重要快讯" : "7×24 快讯";
  const listPath = important ? liveImportantPath : livePath;
  return listMetadata({
    as: important ? "facet" : listKind(found.page),
    name,
    description: important
      ? "标为重要和特别重要的财经快讯，按时间排列。"
      : "全天候财经快讯，按时间排列，重要的加以标明。",
    listPath,
    cursor,
    page: found.page,
    types: feedTypes(listPath, name),
  });
}
