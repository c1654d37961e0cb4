import type { Metadata } from "next";
import { ActsView } from "@/components/site/acts";
import { Frame } from "@/components/site/frame";
import { Missing, missingMetadata } from "@/components/site/missing";
import { readFurther } from "@/lib/articles/further";
import { loadActs } from "@/lib/corrections/loaders";
import { feedTypes } from "@/lib/feeds/address";
import { indexAs } from "@/lib/indexing/index-as";
import { decodeParts } from "@/lib/route-params";
import { correctionsPath, olderPath } from "@/lib/urls";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

async function load(params: Props["params"]) {
  const further = readFurther(decodeParts((await params).path ?? []) ?? [""]);
  return further && { ...further, page: await loadActs(further.cursor) };
}

export default async function CorrectionsPage({ params }: Props) {
  const page = (await load(params))?.page;
  if (!page) return <Missing />;
  return (
    <Frame>
      <ActsView page={page} />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found?.page) return missingMetadata;
  return {
    ...indexAs(found.cursor ? "further" : "list"),
    title: "更正与撤稿",
    description: "本站的更正、撤回与删除，逐条写明时间与原因。",
    alternates: {
      canonical: found.cursor ? olderPath(correctionsPath, found.cursor) : correctionsPath,
      types: feedTypes(correctionsPath, "更正与撤稿"),
    },
  };
}
