import { History, Plus } from "lucide-react";
import type { Metadata } from "next";
import { OutletTable } from "@/components/admin/categories/outlet-table";
import { OutletTools } from "@/components/admin/categories/outlet-tools";
import { Pager } from "@/components/ui/pager";
import { loadOutlets } from "@/lib/categories/desk-loaders";
import { readOutletParams } from "@/lib/categories/params";
import "../../styles/people.css";
import "../../styles/taxonomy.css";

export const metadata: Metadata = { title: "媒体与栏目" };

export default async function OutletsPage({ searchParams }: PageProps<"/admin/categories">) {
  const state = readOutletParams(await searchParams);
  const { rows, counts, mayCreate, newer, older } = await loadOutlets(state);
  return (
    <>
      <header className="top">
        <h1>媒体与栏目</h1>
        <p className="top-sub">{counts.all.toLocaleString("en")} 家</p>
        <div className="top-act always">
          <a className="btn" href="/admin/taxonomy?about=category">
            <History className="icon" aria-hidden />
            合并与拆分记录
          </a>
          {mayCreate && (
            <a className="btn btn-main" href="/admin/categories/new">
              <Plus className="icon" aria-hidden />
              新建媒体
            </a>
          )}
        </div>
      </header>
      <OutletTools state={state} counts={counts} />
      <OutletTable rows={rows} state={state} now={new Date().toISOString()} mayCreate={mayCreate} />
      <Pager newer={newer} older={older} isByTime={false} />
    </>
  );
}
