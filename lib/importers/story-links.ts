import "server-only";
import { inArray } from "drizzle-orm";
import type { Tx } from "@/lib/db/client";
import { articles } from "@/lib/db/schema";
import { articlePath } from "@/lib/urls";
import type { Planned } from "./plan";

/** Slug of a story that is part of the same run, by the provider's number. */
export type SlugOf = (id: string) => string | undefined;

const STORY_LINK =
  /<a href="https?:\/\/(?:[a-z]+\.)*eastmoney\.com\/(?:a\/|news\/\d+,)(\d{18})\.html"(?: rel="[^"]*")?>/g;

/** Links in a text to the provider's page of a story that stands here lead to it. */
export async function linkStories(tx: Tx, plans: Planned[], slugOf: SlugOf) {
  const drafts = plans.flatMap(({ group, fresh }) => (group.draft && fresh.length > 0 ? [group.draft] : []));
  const linked = drafts.filter((draft) => draft.bodyHtml.includes("eastmoney.com/"));
  const ids = linked.flatMap((draft) => [...draft.bodyHtml.matchAll(STORY_LINK)].map((match) => match[1]!));
  if (ids.length === 0) return;
  const stored = await tx
    .select({ slug: articles.slug })
    .from(articles)
    .where(
      inArray(
        articles.slug,
        ids.flatMap((id) => [id, `NW${id}`]),
      ),
    );
  const slugs = new Map(stored.map(({ slug }) => [slug.replace(/^NW/, ""), slug]));
  for (const draft of linked) {
    draft.bodyHtml = draft.bodyHtml.replace(STORY_LINK, (link, id: string) => {
      const slug = slugOf(id) ?? slugs.get(id);
      return slug ? `<a href="${articlePath(slug)}">` : link;
    });
  }
}
