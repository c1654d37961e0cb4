import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleEditor } from "@/components/admin/articles/article-editor";
import { TakenDownNotice } from "@/components/admin/takedown/taken-down-notice";
import { loadCorrectionFor } from "@/lib/reports/loaders";
import { loadWriting } from "@/lib/writing/loaders";

type Props = PageProps<"/admin/articles/[id]">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: (await searchParams).new === undefined ? "改稿" : "写稿" };
}

export default async function EditArticlePage({ params, searchParams }: Props) {
  const { id } = await params;
  const found = await loadWriting(id);
  if (!found) notFound();
  if (found.isTakenDown) return <TakenDownNotice id={id} userId={found.me.id} />;
  const { new: isNew, report } = await searchParams;
  const begun = report === undefined ? null : await loadCorrectionFor(id, report);
  return <ArticleEditor key={id} {...found} isNew={isNew !== undefined} begun={begun} />;
}
