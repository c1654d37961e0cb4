import "server-only";
import { notFound } from "next/navigation";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { mayRebuildIndex } from "./policy";
import { readIndexStatus } from "./status";

/** How the search index stands, for the settings. */
export async function loadIndexStatus() {
  const actor = await requireActorAt("/admin/settings");
  if (!mayRebuildIndex(actor)) notFound();
  return readIndexStatus(getDb());
}
