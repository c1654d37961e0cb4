import { articlePath } from "@/lib/urls";
import { partOfSite, SCHEMA } from "./site";

/** The way to a page as its crumb shows it. */
export const breadcrumbData = (steps: { href: string; label: string }[], origin: string) => ({
  "@context": SCHEMA,
  "@type": "BreadcrumbList",
  itemListElement: steps.map(({ href, label }, at) => ({
    "@type": "ListItem",
    position: at + 1,
    name: label,
    item: origin + href,
  })),
});

type Collection = {
  /** Its heading. */
  name: string;
  path: string;
  /** What it lists, in the order of the page; undefined where that is a directory. */
  items?: { slug: string; title: string }[];
};

/** A page that lists articles, or leads to such pages. */
export const collectionData = ({ name, path, items }: Collection, origin: string) => ({
  "@context": SCHEMA,
  "@type": "CollectionPage",
  name,
  url: origin + path,
  inLanguage: "zh-CN",
  isPartOf: partOfSite(origin),
  ...(items &&
    items.length > 0 && {
      mainEntity: {
        "@type": "ItemList",
        itemListElement: items.map(({ slug, title }, at) => ({
          "@type": "ListItem",
          position: at + 1,
          name: title,
          url: origin + articlePath(slug),
        })),
      },
    }),
});
