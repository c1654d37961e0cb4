import "server-only";
import { notFound } from "next/navigation";
import { requireActorAt } from "@/lib/auth/require";
import { getDb } from "@/lib/db/client";
import { env } from "@/lib/env";
import { CHANNELS, isOn } from "@/lib/pushes/channels";
import { maySeePushes } from "@/lib/pushes/policy";
import { findChannelStatus } from "@/lib/pushes/queries";

/** How each channel stands, those among them that are off. */
export async function loadPushes() {
  const actor = await requireActorAt("/admin/pushes");
  if (!maySeePushes(actor)) notFound();
  const now = new Date();
  const channels = CHANNELS.map(async (channel) => ({
    ...(await findChannelStatus(getDb(), channel, now)),
    isOn: isOn(channel, env()),
  }));
  return { now, siteUrl: env().siteUrl, channels: await Promise.all(channels) };
}
export type ShownChannel = Awaited<ReturnType<typeof loadPushes>>["channels"][number];
