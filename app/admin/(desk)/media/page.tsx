import type { Metadata } from "next";
import { MediaDetails } from "@/components/admin/media/media-details";
import { MediaFilters } from "@/components/admin/media/media-filters";
import { MediaGrid } from "@/components/admin/media/media-grid";
import { RefreshWhile } from "@/components/admin/media/refresh-while";
import { UploadArea } from "@/components/admin/media/upload-area";
import { loadLibrary } from "@/lib/media/loaders";
import { mediaLibraryPath, readMediaParams } from "@/lib/media/params";
import "../../styles/media.css";

export const metadata: Metadata = { title: "图库" };

export default async function MediaPage({ searchParams }: PageProps<"/admin/media">) {
  const state = readMediaParams(await searchParams);
  const { items, newer, older, details } = await loadLibrary(state);
  return (
    <div className="library">
      <div className="library-list">
        <header className="top">
          <h1>图库</h1>
        </header>
        <UploadArea />
        <MediaFilters state={state} />
        <MediaGrid state={state} items={items} newer={newer} older={older} />
      </div>
      {details && (
        <MediaDetails key={details.id} picture={details} closePath={mediaLibraryPath(state, { item: undefined })} />
      )}
      <RefreshWhile busy={[...items, details].some((picture) => picture?.status === "processing")} />
    </div>
  );
}
