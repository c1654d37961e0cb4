import { env } from "@/lib/env";
import { collectionData } from "@/lib/structured-data/lists";
import { olderPath } from "@/lib/urls";
import { StructuredData } from "./structured-data";

type Props = {
  /** The page's heading. */
  name: string;
  listPath: string;
  /** Behind which the page begins, on a further one. */
  cursor?: string;
  /** What it lists, in its order. */
  items?: { slug: string; title: string }[];
};

/** What a list's page says of itself to search engines. */
export const CollectionData = ({ name, listPath, cursor, items }: Props) => (
  <StructuredData
    data={collectionData({ name, path: cursor ? olderPath(listPath, cursor) : listPath, items }, env().siteUrl)}
  />
);
