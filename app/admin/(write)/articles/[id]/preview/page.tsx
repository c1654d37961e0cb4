import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { PreviewStage } from "@/components/admin/preview/preview-stage";
import { ShareLinks } from "@/components/admin/preview/share-links";
import { WriteBar } from "@/components/admin/revisions/write-bar";
import { loadPreviewDesk } from "@/lib/previews/loaders";
import "../../../../styles/preview.css";

export const metadata: Metadata = { title: "预览" };

/** Whoever previews on a phone wants to see a phone first. */
const usualWidth = async () => (/\bMobi/.test((await headers()).get("user-agent") ?? "") ? "phone" : "desktop");

export default async function PreviewPage({ params, searchParams }: PageProps<"/admin/articles/[id]/preview">) {
  const { id } = await params;
  const desk = await loadPreviewDesk(id);
  if (!desk) notFound();
  const asked = (await searchParams).width ?? (await usualWidth());
  const width = asked === "phone" ? "phone" : "desktop";
  return (
    <>
      <WriteBar article={desk.article} place="预览">
        {desk.mayShare && <ShareLinks articleId={id} links={desk.links} />}
      </WriteBar>
      <PreviewStage article={desk.article} width={width} />
    </>
  );
}
