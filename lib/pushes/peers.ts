import { type Env, env } from "@/lib/env";
import { baiduPush } from "@/lib/pushes/baidu";
import { indexNow } from "@/lib/pushes/indexnow";
import type { Peer } from "@/lib/pushes/peer";
import { websubHub } from "@/lib/pushes/websub";

/** Everybody whom this installation tells, by its settings; nobody where none is set. */
export function configuredPeers(settings: Env = env()): Peer[] {
  const { WEBSUB_HUB: hub, INDEXNOW_KEY: key, BAIDU_PUSH_TOKEN: token, siteUrl } = settings;
  return [
    ...(hub ? [websubHub(hub)] : []),
    ...(key ? [indexNow({ endpoint: settings.INDEXNOW_ENDPOINT, key, siteUrl })] : []),
    ...(token ? [baiduPush({ endpoint: settings.BAIDU_PUSH_ENDPOINT, token, siteUrl })] : []),
  ];
}
