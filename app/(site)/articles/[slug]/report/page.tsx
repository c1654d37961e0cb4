import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { Frame } from "@/components/site/frame";
import { GonePage, goneMetadata } from "@/components/site/gone";
import { MarkSentence } from "@/components/site/mark-sentence";
import { Missing, missingMetadata } from "@/components/site/missing";
import { TakenDownPage, takenDownMetadata } from "@/components/site/taken-down";
import { pageMetadata } from "@/lib/metadata";
import { loadMarkable } from "@/lib/reports/marking-loaders";
import { decodeParts } from "@/lib/route-params";
import { reportErrorPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

async function load(params: Props["params"]) {
  const slug = decodeParts([(await params).slug])?.[0];
  return slug === undefined ? null : loadMarkable(slug);
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (found?.state === "gone") return goneMetadata(found.gone);
  if (found?.state === "taken-down") return takenDownMetadata;
  if (found?.state !== "markable") return missingMetadata;
  const { title, slug } = found.article;
  return pageMetadata({
    ...{ as: "derived", outlet: found.article.policy },
    title: `报错：${title}`,
    description: "点选有误的一句，写明错在哪里。不用登录，处理结果凭链接查看。",
    path: reportErrorPath(slug),
  });
}

export default async function ReportErrorPage({ params }: Props) {
  const found = await load(params);
  if (!found) return <Missing />;
  if (found.state === "moved") permanentRedirect(`${found.to}/report`);
  return (
    <Frame>
      {found.state === "gone" && <GonePage gone={found.gone} />}
      {found.state === "taken-down" && <TakenDownPage record={found.takenDown} />}
      {found.state === "markable" && <MarkSentence found={found} />}
    </Frame>
  );
}
