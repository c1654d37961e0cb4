import type { Metadata } from "next";
import { ActsView } from "@/components/site/acts";
import { Frame } from "@/components/site/frame";
import { Missing, missingMetadata } from "@/components/site/missing";
import { readFurther } from "@/lib/articles/further";
import { loadActs } from "@/lib/corrections/loaders";
import { timeSpan } from "@/lib/dates";
import { feedTypes } from "@/lib/feeds/address";
import { pageMetadata } from "@/lib/metadata";
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
  const found = await load(params);
  if (!found?.page) return <Missing />;
  return (
    <Frame>
      <ActsView page={found.page} cursor={found.cursor} />
    </Frame>
  );
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  if (!found?.page) return missingMetadata;
  const { cursor, page } = found;
  const [newest, oldest] = [page.acts[0], page.acts.at(-1)];
  const span = cursor && newest && oldest ? `：${timeSpan(oldest.at, newest.at)}` : "";
  return pageMetadata({
    as: cursor ? "further" : "list",
    title: `更正与撤稿${span}`,
    description: "本站的更正、撤回与删除，逐条写明时间与原因。",
    path: cursor ? olderPath(correctionsPath, cursor) : correctionsPath,
    types: feedTypes(correctionsPath, "更正与撤稿"),
  });
}
