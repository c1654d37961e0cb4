import type { Metadata } from "next";
import { DeskFilters } from "@/components/admin/articles/desk-filters";
import { DeskTable } from "@/components/admin/articles/desk-table";
import { loadDesk } from "@/lib/articles/desk-loaders";
import { readDeskParams } from "@/lib/articles/desk-params";

export const metadata: Metadata = { title: "文章" };

export default async function ArticlesPage({ searchParams }: PageProps<"/admin/articles">) {
  const state = readDeskParams(await searchParams);
  const { items, outlets, newer, older } = await loadDesk(state);
  return (
    <>
      <DeskFilters state={state} outlets={outlets} />
      <DeskTable items={items} newer={newer} older={older} now={new Date().toISOString()} />
    </>
  );
}
