import type { Metadata } from "next";
import { SearchResultPage } from "@/components/site/search/search-page";
import { searchFeedTypes } from "@/lib/feeds/search-address";
import { pageMetadata } from "@/lib/metadata";
import { hasAsked, searchParams as shape } from "@/lib/search/filters";
import { loadSearch } from "@/lib/search/loaders";
import { parseQuery } from "@/lib/search/parse-query";
import { searchPath } from "@/lib/urls";

// Every answer is made for who asks: searches have no end, and the index changes with each article.
export const dynamic = "force-dynamic";

type Props = PageProps<"/search">;

export default async function SearchPage({ searchParams }: Props) {
  const page = await loadSearch(shape.parse(await searchParams));
  return <SearchResultPage page={page} now={new Date()} />;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const params = shape.parse(await searchParams);
  const query = parseQuery(params.q);
  const title = query.text ? `${query.text} · 搜索` : "搜索";
  return pageMetadata({
    as: "search",
    title,
    description: "按词语、证券名称、代码、拼音或媒体，在全部报道与快讯里搜索。",
    path: searchPath,
    types: hasAsked(query, params) ? searchFeedTypes(params, title) : undefined,
  });
}
