import { env } from "@/lib/env";
import { loadSite } from "@/lib/settings/loaders";
import { homeData } from "@/lib/structured-data/site";
import { StructuredData } from "./structured-data";

/** The site and who publishes it, for search engines. */
export const HomeData = async () => <StructuredData data={homeData(await loadSite(), env().siteUrl)} />;
