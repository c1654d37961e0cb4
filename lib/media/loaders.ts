import "server-only";
import { can } from "@/lib/articles/policy";
import { requireActor, requireActorAt } from "@/lib/auth/require";
import { beijingDay } from "@/lib/dates";
import { getDb } from "@/lib/db/client";
import { bodyImage, figureHtml, mediaPath, shownSize } from "@/lib/media/addresses";
import { type MediaParams, mediaLibraryPath } from "@/lib/media/params";
import { canMedia } from "@/lib/media/policy";
import { findMedia, listMedia } from "@/lib/media/queries";

type Row = Awaited<ReturnType<typeof listMedia>>["items"][number];

/** A picture as the grid shows it. */
export type MediaTile = ReturnType<typeof tileOf>;

function tileOf(row: Row, today: string) {
  const { id, name, thumbhash, alt, caption, credit, status, fault, rightsUntil } = row;
  return {
    id,
    name,
    thumbhash,
    caption,
    credit,
    status,
    fault,
    isExpired: rightsUntil !== null && rightsUntil < today,
    thumbnail: mediaPath(row, "480.webp"),
    ...bodyImage({ ...row, alt }),
  };
}

async function readPage({ q, view, after, before }: MediaParams) {
  const today = beijingDay(new Date());
  const page = await listMedia(getDb(), { words: q, view, today }, { after, before });
  return { ...page, items: page.items.map((row) => tileOf(row, today)) };
}

/** The library: a page of pictures, and the details of one when the address names it. */
export async function loadLibrary(params: MediaParams) {
  await requireActorAt(mediaLibraryPath(params));
  const { items, hasNewer, hasOlder } = await readPage(params);
  const at = (change: Partial<MediaParams>) => mediaLibraryPath({ ...params, item: undefined }, change);
  return {
    items,
    newer: hasNewer && items.length > 0 ? at({ before: items[0]!.id }) : null,
    older: hasOlder && items.length > 0 ? at({ after: items.at(-1)!.id }) : null,
    details: params.item ? await loadDetails(params.item) : null,
  };
}

/** For the picker in the editor. */
export async function loadPickerPage(params: MediaParams) {
  await requireActor();
  const { items, hasOlder } = await readPage(params);
  return { items, after: hasOlder ? items.at(-1)!.id : null };
}

export type MediaDetails = NonNullable<Awaited<ReturnType<typeof loadDetails>>>;

async function loadDetails(id: string) {
  const actor = await requireActor();
  const found = await findMedia(getDb(), id);
  if (!found) return null;
  const { picture, by, uses } = found;
  const today = beijingDay(new Date());
  return {
    ...tileOf(picture, today),
    mime: picture.mime,
    bytes: picture.bytes,
    html: figureHtml({ ...picture, ...bodyImage(picture) }),
    original: { path: mediaPath(picture, "original"), width: picture.width, height: picture.height },
    preview: { path: mediaPath(picture, "960.webp"), ...shownSize(picture) },
    rightsUntil: picture.rightsUntil,
    uploadedBy: by,
    uploadedAt: picture.createdAt.toISOString(),
    updatedAt: picture.updatedAt.toISOString(),
    may: { edit: canMedia(actor, "edit", picture), delete: canMedia(actor, "delete", picture) && uses.length === 0 },
    uses: uses.map((use) => ({
      id: use.id,
      inText: use.inText,
      status: use.status,
      // An author does not read others' drafts, nor their titles.
      title: can(actor, "view", use) ? use.title : null,
    })),
  };
}
