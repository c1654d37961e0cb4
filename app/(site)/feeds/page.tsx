import type { Metadata } from "next";
import { FeedsPage } from "@/components/site/feeds-page";
import { feedsPath, feedTypes } from "@/lib/feeds/address";
import { STANDING } from "@/lib/feeds/standing";
import { pageMetadata } from "@/lib/metadata";

// Rendered when the page server asks; it is the one cache.
export const dynamic = "force-dynamic";

export function generateMetadata(): Promise<Metadata> {
  const types = STANDING.map(({ source: { listPath, title } }) => feedTypes(listPath, title));
  const formats = [...new Set(types.flatMap(Object.keys))];
  return pageMetadata({
    ...{ as: "list", title: "订阅", path: feedsPath },
    description: "用阅读器订阅报道、快讯、一家媒体、一只股票、一个标签或一次搜索：RSS、Atom 与 JSON Feed。",
    types: Object.fromEntries(formats.map((format) => [format, types.flatMap((of) => of[format] ?? [])])),
  });
}

export default function Feeds() {
  return <FeedsPage />;
}
