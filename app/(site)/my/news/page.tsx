import type { Metadata } from "next";
import { Missing, missingMetadata } from "@/components/site/missing";
import { MyNews } from "@/components/site/my/my-news";
import { loadFollowedNews } from "@/lib/follows/loaders";

// Made for each who asks: server/web/my-news.ts.
export const dynamic = "force-dynamic";

export const metadata: Metadata = missingMetadata;

/** A part of `/my`, which is asked for with a list; as an address it is none. */
export default async function MyNewsPage() {
  const found = await loadFollowedNews();
  if (!found) return <Missing />;
  return (
    <main>
      <MyNews page={found.page} />
    </main>
  );
}
