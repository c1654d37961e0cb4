import "server-only";
import { z } from "zod";
import { tagPage } from "@/lib/cache/tag-page";
import { tag } from "@/lib/cache/tags";
import { getDb } from "@/lib/db/client";
import { loadSite } from "@/lib/settings/loaders";
import { readShareAddress, type ShareKind, shareImagePath } from "./address";
import { type Drawing, drawArticle, drawOutlet, drawSite, drawStock, drawTag, SITE_ID, versionOf } from "./drawing";
import { findShared, findSharedOutlet, findSharedStock, findSharedTag } from "./queries";

/** What an address of a share image leads to; `moved`: the picture says something else by now. */
export type Shared =
  | { state: "drawing"; drawing: Drawing }
  | { state: "moved"; to: string }
  | { state: "missing" }
  | { state: "gone" };

const isUuid = (id: string) => z.uuid().safeParse(id).success;

async function loadArticle(id: string): Promise<Drawing | "missing" | "gone"> {
  tagPage([tag.article(id)]);
  const row = await findShared(getDb(), id);
  if (row?.takenDownAt || row?.status === "withdrawn") return "gone";
  if (row?.status !== "published" || !row.publishAt || row.publishAt > new Date()) return "missing";
  tagPage([tag.outlet(row.categoryId)]);
  return drawArticle({ ...row, publishAt: row.publishAt }, await loadSite());
}

async function loadDrawing(kind: ShareKind, id: string): Promise<Drawing | "missing" | "gone"> {
  if (kind === "site") return id === SITE_ID ? drawSite(await loadSite()) : "missing";
  if (kind === "stock") {
    // Not the tag of its newest list: news does not change its name.
    tagPage([tag.stockOlder(id)]);
    const stock = await findSharedStock(getDb(), id);
    return stock ? drawStock(stock, await loadSite()) : "missing";
  }
  if (!isUuid(id)) return "missing";
  if (kind === "article") return loadArticle(id);
  tagPage([kind === "outlet" ? tag.outlet(id) : tag.topicPlace(id)]);
  const found = await (kind === "outlet" ? findSharedOutlet(getDb(), id) : findSharedTag(getDb(), id));
  if (!found) return "missing";
  return (kind === "outlet" ? drawOutlet : drawTag)(found, await loadSite());
}

/** What stands at `/share/{kind}/{file}`. Its words come from the database, never from the address. */
export async function loadShareImage(kind: string, file: string): Promise<Shared> {
  const asked = readShareAddress(kind, file);
  if (!asked) return { state: "missing" };
  const drawing = await loadDrawing(asked.kind, asked.id);
  if (drawing === "gone" || drawing === "missing") return { state: drawing };
  const version = versionOf(drawing);
  if (version !== asked.version) return { state: "moved", to: shareImagePath(asked.kind, asked.id, version) };
  return { state: "drawing", drawing };
}
