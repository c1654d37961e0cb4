import { History, Plus } from "lucide-react";
import type { Metadata } from "next";
import { TagTable } from "@/components/admin/tags/tag-table";
import { TagTools } from "@/components/admin/tags/tag-tools";
import { Pager } from "@/components/ui/pager";
import { loadTags } from "@/lib/tags/desk-loaders";
import { readTagParams } from "@/lib/tags/params";
import "../../styles/people.css";
import "../../styles/taxonomy.css";

export const metadata: Metadata = { title: "标签" };

export default async function TagsPage({ searchParams }: PageProps<"/admin/tags">) {
  const state = readTagParams(await searchParams);
  const { rows, mayChange, newer, older } = await loadTags(state);
  return (
    <>
      <header className="top">
        <h1>标签</h1>
        <div className="top-act always">
          <a className="btn" href="/admin/taxonomy?about=tag">
            <History className="icon" aria-hidden />
            合并与拆分记录
          </a>
          {mayChange && (
            <a className="btn btn-main" href="/admin/tags/new">
              <Plus className="icon" aria-hidden />
              新建标签
            </a>
          )}
        </div>
      </header>
      <TagTools state={state} />
      <TagTable rows={rows} state={state} now={new Date().toISOString()} mayChange={mayChange} />
      <Pager newer={newer} older={older} isByTime={false} />
    </>
  );
}
