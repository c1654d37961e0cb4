import type { Peer } from "@/lib/pushes/peer";
import { post } from "@/lib/pushes/post";
import { judge } from "@/lib/pushes/verdict";

/** As the protocol allows in one request. */
const MOST_AT_ONCE = 10_000;

type Settings = { endpoint: string; key: string; siteUrl: string };

/** Where the site says which key is its own. */
export const keyFilePath = (key: string) => `/${key}.txt`;

/** IndexNow: one endpoint passes it on to all search engines that take part. 202 means that it will look at the key later. */
export const indexNow = ({ endpoint, key, siteUrl }: Settings, patienceMs?: number): Peer => ({
  channel: "indexnow",
  batch: MOST_AT_ONCE,
  async tell(urls) {
    const { host } = new URL(siteUrl);
    const body = { host, key, keyLocation: `${siteUrl}${keyFilePath(key)}`, urlList: urls };
    return judge(await post(endpoint, "application/json; charset=utf-8", JSON.stringify(body), patienceMs));
  },
});
