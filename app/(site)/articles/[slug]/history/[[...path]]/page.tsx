import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { GonePage, goneMetadata } from "@/components/site/gone";
import { HistoryView } from "@/components/site/history";
import { Missing, missingMetadata } from "@/components/site/missing";
import { TakenDownPage, takenDownMetadata } from "@/components/site/taken-down";
import { excerpt } from "@/lib/excerpt";
import { pageMetadata } from "@/lib/metadata";
import { loadHistory } from "@/lib/revisions/history-loaders";
import { readHistoryPage } from "@/lib/revisions/validation";
import { decodeParts } from "@/lib/route-params";
import { historyPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string; path?: string[] }> };

async function load(params: Props["params"]) {
  const { slug, path = [] } = await params;
  const further = readHistoryPage(path);
  const decoded = decodeParts([slug])?.[0];
  return decoded === undefined || !further ? null : loadHistory(decoded, further.before);
}

export default async function HistoryPage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  if (found.state === "moved") permanentRedirect([`${found.to}/history`, ...((await params).path ?? [])].join("/"));
  return (
    <Frame>
      {found.state === "gone" && <GonePage gone={found.gone} />}
      {found.state === "taken-down" && <TakenDownPage record={found.takenDown} />}
      {found.state === "history" && <HistoryView history={found} />}
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found?.state === "gone") return goneMetadata(found.gone);
  if (found?.state === "taken-down") return takenDownMetadata;
  if (found?.state !== "history") return missingMetadata;
  const { title, slug } = found.article;
  const { path = [] } = await params;
  return pageMetadata({
    ...{ as: "derived", outlet: found.article.policy },
    title: path.length > 0 ? `更早的改动：${title}` : `改动记录：${title}`,
    description: excerpt(`发表以来的每一次改动，逐字对照：${title}`),
    path: [historyPath(slug), ...path].join("/"),
  });
}
