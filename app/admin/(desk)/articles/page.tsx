import type { Metadata } from "next";
import { DeskFilters } from "@/components/admin/articles/desk-filters";
import { DeskTable } from "@/components/admin/articles/desk-table";
import { UndoStrip } from "@/components/admin/articles/undo-strip";
import { loadDesk } from "@/lib/articles/desk-loaders";
import { readDeskParams } from "@/lib/articles/desk-params";

export const metadata: Metadata = { title: "文章" };

export default async function ArticlesPage({ searchParams }: PageProps<"/admin/articles">) {
  const state = readDeskParams(await searchParams);
  const { items, outlets, newer, older, undo } = await loadDesk(state);
  return (
    <>
      <DeskFilters state={state} outlets={outlets} />
      {undo && <UndoStrip key={undo.id} article={undo} />}
      <DeskTable state={state} items={items} newer={newer} older={older} now={new Date().toISOString()} />
    </>
  );
}
