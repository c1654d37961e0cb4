import "server-only";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { indexAs } from "@/lib/indexing/index-as";
import { listOutletRules } from "@/lib/indexing/queries";
import { writeRobots } from "@/lib/indexing/robots";

/** robots.txt; stale when an outlet is made, renamed, merged or changes its policy. */
export async function loadRobots(): Promise<string> {
  tagPage([tag.indexing, tag.names]);
  indexAs("data");
  return writeRobots(env().siteUrl, await listOutletRules(getDb()));
}
