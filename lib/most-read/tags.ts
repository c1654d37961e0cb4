import { tag } from "@/lib/cache/tags";

/**
 * What a page depends on that shows these lists.
 * @param ranked every article that has a place: one that waits behind the shown ones moves up when another leaves
 */
export const mostReadTags = (ranked: string[]) => [tag.mostRead, ...ranked.map(tag.article)];
