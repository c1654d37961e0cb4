import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { UnsavedList } from "@/components/admin/articles/autosave/unsaved-list";
import { BulkDesk } from "@/components/admin/articles/bulk/bulk-desk";
import { Chips } from "@/components/admin/articles/list/chips";
import { Filters } from "@/components/admin/articles/list/filters";
import { DeskTable } from "@/components/admin/articles/list/table";
import { roughCount } from "@/components/admin/articles/list/words";
import { UndoStrip } from "@/components/admin/articles/undo-strip";
import { Views } from "@/components/admin/articles/views/views";
import { loadDesk } from "@/lib/articles/desk-loaders";
import { deskQuery, isFiltered, readDeskParams } from "@/lib/articles/desk-params";
import { loadUnsavedNew } from "@/lib/writing/loaders";
import "../../styles/articles.css";

export const metadata: Metadata = { title: "文章" };

export default async function ArticlesPage({ searchParams }: PageProps<"/admin/articles">) {
  const state = readDeskParams(await searchParams);
  const [desk, unsaved] = await Promise.all([loadDesk(state), loadUnsavedNew()]);
  const now = new Date().toISOString();
  const { items, outlet, authors, views, mayShare, me, acts, undo, newer, older, openBulk, estimate } = desk;
  const mayHoldDrafts = !state.after && !state.before && (state.status ?? "draft") === "draft" && !isFiltered(state);
  return (
    <>
      <header className="top">
        <h1>文章</h1>
        {roughCount(estimate) && <p className="top-sub">{roughCount(estimate)}</p>}
        <div className="top-act">
          <a className="btn btn-main" href="/admin/articles/new">
            <Plus className="icon" aria-hidden />
            写稿
          </a>
        </div>
      </header>
      <Views state={state} views={views} me={me} mayShare={mayShare} />
      <Filters state={state} outlet={outlet} authors={authors} />
      <Chips state={state} outlet={outlet} authors={authors} />
      {undo && <UndoStrip key={undo.id} article={undo} />}
      {mayHoldDrafts && <UnsavedList {...unsaved} now={now} />}
      <BulkDesk query={deskQuery(state)} acts={acts} open={openBulk}>
        <DeskTable state={state} items={items} newer={newer} older={older} now={now} />
      </BulkDesk>
    </>
  );
}
