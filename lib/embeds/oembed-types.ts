import { env } from "@/lib/env";
import { articlePath, oembedPath } from "@/lib/urls";

/** How an article's metadata says where other sites learn to show it. */
export const oembedTypes = (slug: string) => ({
  "application/json+oembed": `${oembedPath}?url=${encodeURIComponent(env().siteUrl + articlePath(slug))}`,
});
