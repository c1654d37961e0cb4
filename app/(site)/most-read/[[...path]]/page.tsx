import type { Metadata } from "next";
import { Missing, missingMetadata } from "@/components/site/missing";
import { MostReadView } from "@/components/site/most-read/most-read-page";
import { pageMetadata } from "@/lib/metadata";
import { loadMostRead } from "@/lib/most-read/loaders";
import { SPAN_KEYS, SPANS, type Span } from "@/lib/most-read/spans";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ path?: string[] }> };

/** The span that an address names; undefined when there is none there. */
async function spanOf(params: Props["params"]): Promise<Span | undefined> {
  const path = ["", "most-read", ...((await params).path ?? [])].join("/");
  return SPAN_KEYS.find((span) => SPANS[span].path === path);
}

export default async function MostReadOfSpan({ params }: Props) {
  const span = await spanOf(params);
  return span ? <MostReadView page={await loadMostRead(span)} /> : <Missing />;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const span = await spanOf(params);
  if (!span) return missingMetadata;
  const { label, path } = SPANS[span];
  return pageMetadata({
    as: "list",
    title: `读得最多：${label}`,
    description: `最近 ${label}里读者打开次数最多的十篇报道，约十分钟核对一次。`,
    path,
  });
}
