import { readFileSync } from "node:fs";
import { join } from "node:path";
import { memoryPages, validateXML } from "xmllint-wasm";

const here = join(process.cwd(), "lib/testing/sitemaps");
const read = (fileName: string, folder = here) => ({
  fileName,
  contents: readFileSync(join(folder, fileName), "utf8"),
});
/** That of sitemaps.org, as a development dependency brings it. */
const sitemap = () => read("sitemap.xsd", join(process.cwd(), "node_modules/sitemap/schema"));

/** What is wrong with a sitemap, or an index of them, by its schema; and with numbers and bytes, which no schema can count. */
export async function sitemapFaults(xml: string): Promise<string[]> {
  const isIndex = xml.includes("<sitemapindex");
  const { errors } = await validateXML({
    xml: [{ fileName: "sitemap.xml", contents: xml }],
    schema: [isIndex ? read("siteindex.xsd") : read("all.xsd")],
    preload: isIndex ? [] : [sitemap(), read("news.xsd")],
    maxMemoryPages: memoryPages.GiB,
  });
  const faults = errors.map(({ message }) => message);
  if (xml.split("<loc>").length - 1 > 50_000) faults.push("more than 50,000 addresses");
  if (Buffer.byteLength(xml) > 50 * 1024 * 1024) faults.push("more than 50 MB");
  return faults;
}
