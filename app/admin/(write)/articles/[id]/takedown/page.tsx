import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WriteBar } from "@/components/admin/revisions/write-bar";
import { TakedownForm } from "@/components/admin/takedown/takedown-form";
import { TakedownRecord } from "@/components/admin/takedown/takedown-record";
import { loadTakedown } from "@/lib/takedowns/loaders";

export const metadata: Metadata = { title: "按要求永久删除" };

export default async function TakedownPage({ params }: PageProps<"/admin/articles/[id]/takedown">) {
  const found = await loadTakedown((await params).id);
  if (!found) notFound();
  const { article, record, removable } = found;
  return (
    <>
      <WriteBar article={article} place={record ? "删除记录" : "按要求永久删除"} />
      {record && <TakedownRecord slug={article.slug} record={record} />}
      {removable && <TakedownForm article={article} removable={removable} />}
    </>
  );
}
