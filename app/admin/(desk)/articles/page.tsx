import type { Metadata } from "next";
import { UnsavedList } from "@/components/admin/articles/autosave/unsaved-list";
import { DeskFilters } from "@/components/admin/articles/desk-filters";
import { DeskTable } from "@/components/admin/articles/desk-table";
import { UndoStrip } from "@/components/admin/articles/undo-strip";
import { loadDesk } from "@/lib/articles/desk-loaders";
import { readDeskParams } from "@/lib/articles/desk-params";
import { loadUnsavedNew } from "@/lib/writing/loaders";

export const metadata: Metadata = { title: "文章" };

export default async function ArticlesPage({ searchParams }: PageProps<"/admin/articles">) {
  const state = readDeskParams(await searchParams);
  const [{ items, outlets, newer, older, undo }, unsaved] = await Promise.all([loadDesk(state), loadUnsavedNew()]);
  const now = new Date().toISOString();
  const mayHoldDrafts = !state.after && !state.before && (state.status ?? "draft") === "draft";
  return (
    <>
      <DeskFilters state={state} outlets={outlets} />
      {undo && <UndoStrip key={undo.id} article={undo} />}
      {mayHoldDrafts && <UnsavedList {...unsaved} now={now} />}
      <DeskTable state={state} items={items} newer={newer} older={older} now={now} />
    </>
  );
}
