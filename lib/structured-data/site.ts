import type { Site } from "@/lib/settings/defaults";
import { correctionsPath, homePath, searchPath } from "@/lib/urls";

export const SCHEMA = "https://schema.org";

/** Where the picture stands that is the publisher's while the site has no logo of its own. */
const SEAL = "/icons/seal-512.png";

const organizationId = (origin: string) => `${origin}/#organization`;
const webSiteId = (origin: string) => `${origin}/#website`;

/** Who publishes, as each article says. */
export const publisherOf = ({ name, logo }: Site, origin: string) => ({
  "@type": "NewsMediaOrganization",
  "@id": organizationId(origin),
  name,
  url: origin + homePath,
  logo: { "@type": "ImageObject", url: origin + (logo?.src ?? SEAL) },
});

/** The site a page is a part of; the home page says what it is. */
export const partOfSite = (origin: string) => ({ "@id": webSiteId(origin) });

/** What the home page says: the site with its search, and who publishes it. */
export const homeData = (site: Site, origin: string) => ({
  "@context": SCHEMA,
  "@graph": [
    {
      "@type": "WebSite",
      "@id": webSiteId(origin),
      name: site.name,
      url: origin + homePath,
      description: site.description,
      inLanguage: "zh-CN",
      publisher: { "@id": organizationId(origin) },
      potentialAction: {
        "@type": "SearchAction",
        target: { "@type": "EntryPoint", urlTemplate: `${origin}${searchPath}?q={search_term_string}` },
        "query-input": "required name=search_term_string",
      },
    },
    {
      ...publisherOf(site, origin),
      ...(site.tagline && { slogan: site.tagline }),
      correctionsPolicy: origin + correctionsPath,
    },
  ],
});
