import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Comparison } from "@/components/admin/revisions/comparison";
import { PastedOriginals } from "@/components/admin/revisions/pasted-originals";
import { RevisionList } from "@/components/admin/revisions/revision-list";
import { WriteBar } from "@/components/admin/revisions/write-bar";
import { loadComparison, loadPastes, loadRevisions } from "@/lib/revisions/loaders";
import { readRevisionParams } from "@/lib/revisions/validation";

export const metadata: Metadata = { title: "版本记录" };

export default async function RevisionsPage({ params, searchParams }: PageProps<"/admin/articles/[id]/revisions">) {
  const { id } = await params;
  const { comparison, before, pastes } = readRevisionParams(await searchParams);
  if (comparison) {
    const found = await loadComparison(id, comparison);
    if (!found) notFound();
    return (
      <>
        <WriteBar article={found.article} place="版本对照" />
        <Comparison found={found} />
      </>
    );
  }
  if (pastes) {
    const found = await loadPastes(id, pastes);
    if (!found) notFound();
    return (
      <>
        <WriteBar article={found.article} place="粘贴的原文" />
        <PastedOriginals found={found} />
      </>
    );
  }
  const found = await loadRevisions(id, before);
  if (!found) notFound();
  return (
    <>
      <WriteBar article={found.article} place="版本记录" />
      <RevisionList found={found} />
    </>
  );
}
